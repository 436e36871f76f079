"""Of two readings the younger counts; a refusal undoes nothing."""

from dataclasses import replace

import pytest

from chalice_app.domain.key import SETTLES_IN, KeyReading, KeyState
from tests.shapes import moment, reading

ENABLED = reading(KeyState.ENABLED, 10, aliases=("alias/a",))
PASSING = reading(None, 20, refusal="ThrottlingException", passing=True)
HIDDEN = reading(None, 20)


@pytest.mark.parametrize(
    ("before", "new", "kept"),
    [
        (None, ENABLED, "new"),
        (None, PASSING, "new"),
        (ENABLED, reading(KeyState.DISABLED, 9, aliases=()), "before"),
        (ENABLED, reading(KeyState.DISABLED, 10, aliases=()), "new"),
        (ENABLED, reading(KeyState.DISABLED, 11, aliases=()), "new"),
        (ENABLED, PASSING, "before"),
        (HIDDEN, reading(None, 21, refusal="Throttling", passing=True), "new"),
    ],
)
def test_which_reading_is_kept(
    before: KeyReading | None, new: KeyReading, kept: str
) -> None:
    assert new.after(before) == (new if kept == "new" else before)


def test_names_stay_known_when_they_cannot_be_listed() -> None:
    after = reading(KeyState.GONE, 20).after(ENABLED)
    assert (after.state, after.aliases) == (KeyState.GONE, ("alias/a",))
    unstated = reading(None, 10, aliases=("alias/a",))
    assert reading(None, 20).after(unstated).aliases == ("alias/a",)
    assert reading(KeyState.ENABLED, 20, aliases=()).after(ENABLED).aliases == ()


@pytest.mark.parametrize("state", KeyState)
def test_a_lasting_refusal_is_noted_beside_what_is_known(state: KeyState) -> None:
    known = reading(state, 10, deletion_date=moment(900), aliases=("alias/a",))
    beside = HIDDEN.after(known)
    assert beside == replace(known, refusal=HIDDEN.refusal)
    assert PASSING.after(beside) == beside
    assert reading(state, 30, aliases=()).after(beside).refusal is None


def test_a_reading_settles_five_minutes_after_the_event() -> None:
    seconds = SETTLES_IN.total_seconds()
    assert reading(KeyState.ENABLED, seconds).settled(moment(0))
    assert not reading(KeyState.ENABLED, seconds - 1).settled(moment(0))
    assert seconds == 300
