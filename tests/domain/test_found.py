"""What the sweep has found stands until KMS has had the time to show otherwise."""

from chalice_app.domain.case import looked_at
from chalice_app.domain.closing import is_done
from chalice_app.domain.key import KeyState
from chalice_app.domain.opening import opened_found
from chalice_app.domain.phase import Phase, believed, confirmed, phase_of
from chalice_app.domain.second_look import unsettled
from tests.shapes import KEY, SETTLED, reading

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
