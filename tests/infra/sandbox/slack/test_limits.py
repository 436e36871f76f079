"""Each of Slack's limits: the last size that passes, and the first that does not."""

from collections.abc import Callable

import pytest

from infra.sandbox.slack import limits
from infra.sandbox.slack.store import Store
from tests.infra.sandbox.slack.menu_rows import MENU, Row
from tests.infra.sandbox.slack.pieces import (
    Json,
    choosing,
    input_block,
    modal,
    mrkdwn,
    open_view,
    option,
    options,
    plain,
    post,
    section,
    text_input,
)
from tests.infra.sandbox.slack.sized import (
    buttons,
    in_button,
    in_confirm,
    in_message,
    in_view,
    many,
    total_text,
    update_text,
    view_of_bytes,
)

ROWS: dict[str, Row] = {
    "BLOCKS_PER_MESSAGE": (
        lambda store, size: post(store, *[section()] * size),
        "invalid_blocks",
    ),
    "BLOCKS_PER_MODAL": (
        lambda store, size: open_view(store, modal(*[section()] * size)),
        "invalid_arguments",
    ),
    "BLOCK_TEXT_PER_MESSAGE": (total_text, "msg_blocks_too_long"),
    "UPDATE_TEXT": (update_text, "msg_too_long"),
    "BLOCK_ID": (in_message(lambda text: section(block_id=text)), "invalid_blocks"),
    "HEADER_TEXT": (
        in_message(lambda text: {"type": "header", "text": plain(text)}),
        "invalid_blocks",
    ),
    "SECTION_TEXT": (
        in_message(lambda text: section(text=mrkdwn(text))),
        "invalid_blocks",
    ),
    "SECTION_FIELDS": (
        many(lambda count: section(fields=[mrkdwn()] * count)),
        "invalid_blocks",
    ),
    "SECTION_FIELD_TEXT": (
        in_message(lambda text: section(fields=[mrkdwn(text)])),
        "invalid_blocks",
    ),
    "CONTEXT_ELEMENTS": (
        many(lambda count: {"type": "context", "elements": [mrkdwn()] * count}),
        "invalid_blocks",
    ),
    "CONTEXT_TEXT": (
        in_message(lambda text: {"type": "context", "elements": [mrkdwn(text)]}),
        "invalid_blocks",
    ),
    "ACTIONS_ELEMENTS": (many(buttons), "invalid_blocks"),
    "ACTION_ID": (in_button(action_id=str), "invalid_blocks"),
    "BUTTON_TEXT": (in_button(text=plain), "invalid_blocks"),
    "BUTTON_VALUE": (in_button(value=str), "invalid_blocks"),
    "BUTTON_URL": (in_button(url=str), "invalid_blocks"),
    "BUTTON_ACCESSIBILITY_LABEL": (
        in_button(accessibility_label=str),
        "invalid_blocks",
    ),
    "CONFIRM_TITLE": (in_confirm("title"), "invalid_blocks"),
    "CONFIRM_TEXT": (in_confirm("text"), "invalid_blocks"),
    "CONFIRM_CONFIRM": (in_confirm("confirm"), "invalid_blocks"),
    "CONFIRM_DENY": (in_confirm("deny"), "invalid_blocks"),
    "OPTIONS": (
        lambda store, size: open_view(store, modal(choosing(*options(size)))),
        "invalid_arguments",
    ),
    "VIEW_BYTES": (view_of_bytes, "view_too_large"),
}
VIEW_LINES: dict[str, Callable[[str], Json]] = {
    "INPUT_LABEL": lambda text: modal(input_block(label=plain(text))),
    "INPUT_HINT": lambda text: modal(input_block(hint=plain(text))),
    "INPUT_LENGTH": lambda text: modal(input_block(text_input(initial_value=text))),
    "INPUT_PLACEHOLDER": lambda text: modal(
        input_block(text_input(placeholder=plain(text)))
    ),
    "OPTION_TEXT": lambda text: modal(choosing(option(text=plain(text)))),
    "OPTION_VALUE": lambda text: modal(choosing(option(value=text))),
    "OPTION_DESCRIPTION": lambda text: modal(choosing(option(description=plain(text)))),
    "MODAL_TITLE": lambda text: modal(title=plain(text)),
    "MODAL_SUBMIT": lambda text: modal(submit=plain(text)),
    "MODAL_CLOSE": lambda text: modal(close=plain(text)),
    "PRIVATE_METADATA": lambda text: modal(private_metadata=text),
    "CALLBACK_ID": lambda text: modal(callback_id=text),
    "EXTERNAL_ID": lambda text: modal(external_id=text),
}
ALL = {
    **ROWS,
    **{name: (in_view(view), "invalid_arguments") for name, view in VIEW_LINES.items()},
}


@pytest.mark.parametrize(("name", "row"), [*ALL.items(), *MENU.items()])
def test_the_limit_itself_passes(name: str, row: Row, store: Store) -> None:
    attempt, _ = row

    assert attempt(store, getattr(limits, name))["ok"]


@pytest.mark.parametrize(("name", "row"), [*ALL.items(), *MENU.items()])
def test_one_more_is_refused(name: str, row: Row, store: Store) -> None:
    attempt, error = row

    assert attempt(store, getattr(limits, name) + 1)["error"] == error


def test_every_limit_has_its_row() -> None:
    cut_and_not_refused = {"POST_TEXT"}

    assert {name for name in dir(limits) if name.isupper()} == (
        ALL.keys() | MENU.keys() | cut_and_not_refused
    )
