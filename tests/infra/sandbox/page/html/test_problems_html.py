"""What Slack would refuse, or what would mislead, is an error that can be seen."""

from typing import Any

import pytest

from infra.sandbox.page.html.blocks import DRAWN
from infra.sandbox.page.html.message import Drawn, message_html, view_html
from infra.sandbox.slack.grammar import MESSAGE_BLOCKS
from infra.sandbox.slack.records import OpenView
from tests.infra.sandbox.page.html.drawing import NAMES, answer, kept
from tests.infra.sandbox.page.html.reading import read
from tests.infra.sandbox.slack.pieces import (
    actions,
    button,
    input_block,
    modal,
    mrkdwn,
    plain,
    section,
    text_input,
)


def drawn(*blocks: Any, text: str = "news") -> Drawn:
    return message_html(kept(text, blocks), NAMES)


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        ({"type": "video"}, "unsupported type: video"),
        ({"type": "header", "text": plain("x" * 151)}, "less than 151 characters"),
        (section(text=mrkdwn("")), "more than 0 characters"),
        (actions(button(style="loud")), "valid enum value"),
        (section(colour="red"), "invalid additional property: colour"),
        (section(text=mrkdwn("<javascript:x|y>")), "leads to no web address"),
        (section(text=mrkdwn("*<data:x|y>*")), "leads to no web address"),
        (actions(button(url="file:///etc")), "leads to no web address"),
        (section(text=mrkdwn("<!date^soon^{date}|soon>")), "a date that Slack cannot"),
        (section(text=mrkdwn("<!date^1^{when}|soon>")), "a date that Slack cannot"),
        ("no block", "invalid_blocks_format"),
    ],
)
def test_a_broken_block_is_an_error(block: Any, problem: str) -> None:
    shown = drawn(block)

    assert problem in " ".join(shown.problems)
    assert 'role="alert"' in shown.html
    assert problem in read(shown.html).text
    assert "data-action-id" not in shown.html


def test_too_much_text_is_an_error() -> None:
    shown = drawn(*[section(text=mrkdwn("x" * 3000))] * 4)

    assert shown.problems == ("msg_blocks_too_long",)


def test_a_text_without_blocks_is_looked_at_too() -> None:
    assert drawn(text="<javascript:x>").problems
    assert answer("<javascript:x>").problems


def test_a_broken_modal_is_an_error() -> None:
    view = modal(input_block(text_input(action_id="")))
    opened = OpenView(id="V1", user="U1", view=view, root="V1", hash="1")
    shown = view_html(opened, NAMES)

    assert "more than 0 characters" in " ".join(shown.problems)
    assert 'role="alert"' in shown.html
    assert "<form" not in shown.html


def test_every_block_that_the_local_slack_takes_has_a_drawing() -> None:
    assert DRAWN.keys() == MESSAGE_BLOCKS.keys()
