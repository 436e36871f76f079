"""Blocks that are wrong in shape, refused with the place of the fault."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from infra.sandbox.slack.block_checks import read_message_blocks, text_length
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.store import Store
from tests.infra.sandbox.slack.pieces import (
    Json,
    actions,
    button,
    confirm,
    input_block,
    mrkdwn,
    plain,
    post,
    section,
)

HEADER = {"type": "header", "text": plain()}
CONTEXT = {"type": "context", "elements": [mrkdwn(), plain()]}
RIGHT = [
    HEADER,
    section(fields=[mrkdwn(), plain()], accessory=button()),
    section(text={**mrkdwn(), "verbatim": True}),
    section(text={**plain(), "emoji": False}),
    actions(button(confirm=confirm(), style="danger"), button(action_id="other")),
    CONTEXT,
    {"type": "divider"},
]
WRONG: list[tuple[Json, str]] = [
    (
        {"type": "header", "text": mrkdwn()},
        "unsupported type: mrkdwn",
    ),
    ({"type": "poll"}, "unsupported type: poll"),
    ({"text": plain()}, "missing required field: type"),
    ({"type": 5}, "unsupported type: 5"),
    (input_block(), "unsupported type: input"),
    (section(colour="red"), "invalid additional property: colour"),
    ({"type": "header"}, "missing required field: text"),
    ({"type": "section"}, "missing required field: text or fields"),
    (section(text="words"), "must be an object"),
    (section(text=mrkdwn("")), "must be more than 0 characters"),
    (section(text={**mrkdwn(), "emoji": True}), "invalid additional property: emoji"),
    (section(text={"type": "mrkdwn", "text": 5}), "must be a string"),
    (section(text={**mrkdwn(), "verbatim": "yes"}), "must be a boolean"),
    (section(fields=mrkdwn()), "must be an array"),
    (section(fields=["words"]), "must be an object"),
    ({"type": "header", "text": ["words"]}, "must be an object"),
    (actions(button(confirm="sure?")), "must be an object"),
    (section(fields=[]), "no less than 1 items allowed"),
    (actions(button(text=mrkdwn())), "unsupported type: mrkdwn"),
    (actions(button(style="green")), "must be a valid enum value: primary, danger"),
    (actions(button(size="big")), "invalid additional property: size"),
    (actions(button(confirm=confirm(deny=mrkdwn()))), "unsupported type: mrkdwn"),
    (actions(button(confirm={})), "missing required field: title"),
    (actions(button(confirm=confirm(style="x"))), "must be a valid enum value"),
    (actions({"type": "datepicker"}), "unsupported type: datepicker"),
    (actions(button(), button()), "`action_id` already exists: rp.go"),
    ({"type": "actions", "elements": []}, "no less than 1 items allowed"),
    (section(accessory=actions()), "unsupported type: actions"),
    ({"type": "context", "elements": [button()]}, "unsupported type: button"),
]


def refusal_of(*blocks: Json) -> SlackRefusalError:
    with pytest.raises(SlackRefusalError) as refused:
        read_message_blocks(list(blocks))
    return refused.value


def test_what_reprieve_draws_is_kept_with_ids() -> None:
    kept = read_message_blocks(RIGHT)

    assert len({block["block_id"] for block in kept}) == len(RIGHT)
    assert kept[0]["text"]["emoji"] is True
    assert kept[2]["text"]["verbatim"] is True


@pytest.mark.parametrize("block", RIGHT)
def test_what_passes_here_passes_slacks_own_models(block: Json) -> None:
    parsed = Block.parse(block)

    assert parsed is not None
    assert parsed.to_dict()["type"] == block["type"]


@pytest.mark.parametrize(("block", "sentence"), WRONG)
def test_a_wrong_block_is_refused_with_its_fault(block: Json, sentence: str) -> None:
    refusal = refusal_of(HEADER, block)

    assert refusal.error == "invalid_blocks"
    faults: list[str] = refusal.as_answer()["errors"]
    assert any(
        fault.startswith(sentence) and "[json-pointer:/blocks/1" in fault
        for fault in faults
    )


def test_a_block_id_is_used_once() -> None:
    blocks = [section(block_id="a"), section(block_id="a")]

    assert "`block_id` already exists: a" in str(refusal_of(*blocks).details)


def test_the_same_action_id_may_stand_in_two_blocks() -> None:
    assert read_message_blocks([actions(), actions()])


def test_the_pointer_leads_to_the_very_text(store: Store) -> None:
    answer = post(store, actions(button(text=plain("x" * 76))))

    sentence = "must be less than 76 characters"
    place = "[json-pointer:/blocks/0/elements/0/text/text]"
    assert answer["errors"] == [f"{sentence} {place}"]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {sentence} {place}"]


def test_all_text_counts_labels_and_dialogs_too() -> None:
    assert text_length([actions(button(confirm=confirm()))]) == len("Go") + 4 * 5


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "elements", "fields", "block_id"])
            | st.text(max_size=3),
            inner | st.sampled_from(["section", "actions", "button", "mrkdwn"]),
            max_size=4,
        )
    ),
)


@given(JSON)
def test_any_json_is_kept_or_refused_and_nothing_else(blocks: object) -> None:
    with suppress(SlackRefusalError):
        read_message_blocks(blocks)
