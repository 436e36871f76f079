"""What a relief has undone stays undone until a reading is old enough to say else."""

import pytest

from chalice_app.domain.case import Case, Saved, joined, looked_at, saved
from chalice_app.domain.harm import Calls
from chalice_app.domain.key import DYING, KeyState
from chalice_app.domain.phase import Phase, phase_of
from chalice_app.domain.relief import undone
from chalice_app.domain.remedy import Remedy
from tests.shapes import SETTLED, case, event, moment, reading

CANCEL, BOTH = Remedy.CANCEL_DELETION, Remedy.CANCEL_AND_ENABLE
OFF = frozenset({KeyState.DISABLED})


def act(remedy: Remedy, seconds: float = 5) -> Saved:
    return Saved(press_id="p", remedy=remedy, user="U1", at=moment(seconds))


@pytest.mark.parametrize(
    ("enabled", "acts", "states"),
    [
        (None, (), DYING),
        (5, (), DYING | OFF),
        (4, (), DYING),
        (None, (act(CANCEL),), DYING),
        (None, (act(BOTH),), DYING | OFF),
        (None, (act(Remedy.ENABLE_KEY),), DYING | OFF),
        (None, (act(Remedy.ENABLE_KEY, 4), act(CANCEL)), DYING),
    ],
)
def test_cancelling_undoes_less_than_enabling(
    enabled: int | None, acts: tuple[Saved, ...], states: frozenset[KeyState]
) -> None:
    calls = Calls(enabled_at=moment(enabled) if enabled else None)
    assert undone(moment(5), calls, acts) == states


def proved(remedy: Remedy, state: KeyState) -> Case:
    troubled = case(reading=reading(KeyState.PENDING_DELETION, 1))
    return saved(troubled, act(remedy), reading(state, 5))


@pytest.mark.parametrize(
    ("remedy", "state", "stale"),
    [
        (CANCEL, KeyState.DISABLED, KeyState.PENDING_DELETION),
        (CANCEL, KeyState.DISABLED, KeyState.PENDING_REPLICA_DELETION),
        (BOTH, KeyState.ENABLED, KeyState.PENDING_DELETION),
        (BOTH, KeyState.ENABLED, KeyState.DISABLED),
    ],
)
def test_a_proof_stands_against_a_reading_of_the_time_before(
    remedy: Remedy, state: KeyState, stale: KeyState
) -> None:
    safe = proved(remedy, state)

    assert looked_at(safe, reading(stale, 5 + SETTLED - 1)) == safe
    after = looked_at(safe, reading(stale, 5 + SETTLED))
    assert after.reading
    assert after.reading.state is stale


def test_a_new_harm_after_a_proof_is_believed_at_once() -> None:
    again = joined(proved(CANCEL, KeyState.DISABLED), event(seconds=60))

    dying = looked_at(again, reading(KeyState.PENDING_DELETION, 61))

    assert phase_of(dying) is Phase.SCHEDULED
    assert dying.reading
    assert dying.reading.state is KeyState.PENDING_DELETION
