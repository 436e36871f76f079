"""The limits of a menu in a message; a dialog's options have the same ones."""

from tests.infra.sandbox.slack.pieces import choice, plain
from tests.infra.sandbox.slack.sized import Attempt, in_menu

Row = tuple[Attempt, str]

MENU: dict[str, Row] = {
    "SELECT_OPTIONS": (
        in_menu(options=lambda size: [choice()] * size),
        "invalid_blocks",
    ),
    "SELECT_PLACEHOLDER": (
        in_menu(placeholder=lambda size: plain("x" * size)),
        "invalid_blocks",
    ),
    "OPTION_TEXT": (
        in_menu(options=lambda size: [choice(text="x" * size)]),
        "invalid_blocks",
    ),
    "OPTION_VALUE": (
        in_menu(options=lambda size: [choice(value="x" * size)]),
        "invalid_blocks",
    ),
}
