"""What the sweep has found stands until KMS has had the time to show otherwise."""

from chalice_app.domain.case import joined, looked_at
from chalice_app.domain.closing import is_done
from chalice_app.domain.key import KeyState
from chalice_app.domain.opening import opened_found
from chalice_app.domain.phase import Phase, believed, confirmed, phase_of
from chalice_app.domain.second_look import unsettled
from tests.shapes import KEY, SETTLED, event, reading

ENABLED, DYING = KeyState.ENABLED, KeyState.PENDING_DELETION
FOUND = opened_found(KEY, reading(DYING, 0), None)


def test_what_was_found_is_told() -> None:
    assert confirmed(FOUND)
    assert phase_of(FOUND) is Phase.SCHEDULED
    assert believed(FOUND) is DYING


def test_a_young_reading_does_not_take_it_back() -> None:
    case = looked_at(FOUND, reading(ENABLED, SETTLED - 1))

    assert not confirmed(case)
    assert phase_of(case) is Phase.SCHEDULED
    assert unsettled(case)
    assert not is_done(case)


def test_a_settled_reading_does_and_is_news() -> None:
    young = looked_at(FOUND, reading(ENABLED, SETTLED - 1))
    case = looked_at(young, reading(ENABLED, SETTLED))

    assert confirmed(case)
    assert phase_of(case) is Phase.RESOLVED
    assert case.version > young.version


def test_a_relief_of_before_is_none_for_what_was_found() -> None:
    late = joined(FOUND, event("EnableKey", -3))
    case = looked_at(late, reading(ENABLED, SETTLED - 1))

    assert not confirmed(case)
    assert phase_of(case) is Phase.SCHEDULED


def test_an_older_harm_that_comes_late_does_not_stand_against_what_was_found() -> None:
    late = joined(FOUND, event("DisableKey", -60))
    stale = looked_at(late, reading(KeyState.DISABLED, 1))

    assert phase_of(late) is Phase.SCHEDULED
    assert believed(stale) is DYING


def test_a_younger_harm_does() -> None:
    disabled = opened_found(KEY, reading(KeyState.DISABLED, 0), None)
    case = looked_at(
        joined(disabled, event("ScheduleKeyDeletion", 5)), reading(DYING, 6)
    )

    assert confirmed(case)
    assert phase_of(case) is Phase.SCHEDULED
