"""The modal asks for a reason, and Slack takes it whatever the header said."""

from typing import Any

import pytest
from hypothesis import given
from slack_sdk.models.blocks import Block

from chalice_app.domain.phase import Phase
from chalice_app.views.buttons import MODAL_ID, REASON_BLOCK, REASON_FIELD
from chalice_app.views.slack_modal import reason_modal
from infra.sandbox.slack.view_checks import read_view
from tests.views.drawings import PHASES, WORDS, drawn, objects
from tests.views.hostile import TEXTS, poisoned


def modal(about: str) -> Any:
    return reason_modal("0a1b2c3d4e:7", about, WORDS)


def header(found: Any) -> str:
    return str(drawn(found)["blocks"][0]["text"]["text"])


def test_it_asks_for_a_reason_of_5_to_500_characters() -> None:
    view = modal("A key.")
    field = next(it for it in view["blocks"] if it["type"] == "input")
    assert (view["callback_id"], view["private_metadata"]) == (MODAL_ID, "0a1b2c3d4e:7")
    assert field["block_id"] == REASON_BLOCK
    assert field["element"]["action_id"] == REASON_FIELD
    assert (field["element"]["min_length"], field["element"]["max_length"]) == (5, 500)
    assert field.get("optional", False) is False


@pytest.mark.parametrize("phase", Phase)
def test_slack_takes_it(phase: Phase) -> None:
    view = modal(header(PHASES[phase]))
    read_view(view)
    for block in view["blocks"]:
        parsed = Block.parse(block)
        assert parsed
        assert parsed.to_dict() == block


@given(TEXTS)
def test_a_hostile_name_in_the_header_stays_plain(text: str) -> None:
    view = modal(header(poisoned(PHASES[Phase.SCHEDULED], text)))
    read_view(view)
    plain = [it for it in objects(view) if it["type"] == "plain_text"]
    assert not any(it["emoji"] for it in plain)
    marked = [it["text"] for it in objects(view) if it["type"] == "mrkdwn"]
    assert marked == [WORDS.say("modal.body")]
