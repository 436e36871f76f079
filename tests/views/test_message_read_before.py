"""What KMS once said of a key stays said when it answers no more."""

import pytest

from chalice_app.domain.case import looked_at
from chalice_app.domain.key import KeyState
from chalice_app.domain.phase import Phase, phase_of
from tests.shapes import SETTLED, case, moment, reading
from tests.views.drawings import NAMES, PHASES, WORDS, buttons, check, drawn, said, seen

DENIED = reading(None, 2 * SETTLED)
READ = [
    phase for phase, found in PHASES.items() if found.reading and found.reading.state
]


@pytest.mark.parametrize("phase", READ)
def test_a_later_refusal_changes_no_phase_and_is_said(phase: Phase) -> None:
    before = PHASES[phase]
    hidden = looked_at(before, DENIED)
    shown = drawn(hidden)
    check(shown)
    assert phase_of(hidden) is phase
    assert hidden.version == before.version + 1
    assert shown["text"] == drawn(before)["text"]
    assert "Reprieve last read the key at <!date^" in said(shown)
    assert WORDS.say("alert.unread_denied") in said(shown)
    assert NAMES[0] in said(shown)
    assert looked_at(hidden, DENIED) == hidden
    acts = [it["action_id"] for it in buttons(shown)]
    assert not {"rp.cancel", "rp.cancel_enable", "rp.enable"} & {*acts}


def test_a_refusal_beside_a_state_that_is_in_doubt_leaves_both_said() -> None:
    young = case("DisableKey", reading=seen(KeyState.ENABLED, 2))
    whole = said(drawn(looked_at(young, DENIED)))
    assert "Reprieve last read the key" in whole
    assert "KMS does not show this yet" in whole


def test_a_reading_that_works_again_takes_the_note_away() -> None:
    hidden = looked_at(PHASES[Phase.DISABLED], DENIED)
    again = looked_at(hidden, seen(KeyState.DISABLED, 3 * SETTLED))
    assert "last read" not in said(drawn(again))
    assert again.version == hidden.version + 1
    assert again.reading
    assert again.reading.read_at == moment(3 * SETTLED)
