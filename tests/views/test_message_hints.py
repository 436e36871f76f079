"""The words of an alert send nobody to a button that is not there."""

from dataclasses import replace

import pytest

from chalice_app.domain.phase import Phase
from tests.views.drawings import PHASES, WORDS, buttons, drawn, label, said

LABELS = [
    WORDS.say(f"button.{name}") for name in ("looking", "cancel", "cancel_enable")
]


@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize("anybody", [True, False])
@pytest.mark.parametrize("phase", Phase)
def test_the_words_name_a_button_only_where_it_is_drawn(
    phase: Phase, *, ours: bool, anybody: bool
) -> None:
    shown = drawn(replace(PHASES[phase], ours=ours), anybody=anybody)
    there = {label(it) for it in buttons(shown)}
    whole = "\n".join([shown["text"], _outside_buttons(shown)])
    assert not [it for it in LABELS if it in whole and it not in there]
    assert "Reprieve offers" not in whole


@pytest.mark.parametrize("phase", [Phase.SCHEDULED, Phase.DISABLED])
def test_what_follows_from_an_act_is_said_with_and_without_buttons(
    phase: Phase,
) -> None:
    hint = WORDS.say(f"alert.{phase}.hint")
    for anybody in (True, False):
        assert hint in said(drawn(PHASES[phase], anybody=anybody))


def _outside_buttons(shown: dict[str, list[dict[str, object]]]) -> str:
    blocks = [it for it in shown["blocks"] if it["type"] != "actions"]
    return said({"blocks": blocks})
