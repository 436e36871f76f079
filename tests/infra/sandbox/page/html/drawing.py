"""Messages, answers and modals as the local Slack keeps them, ready to be drawn."""

from typing import Any

from infra.sandbox.page.html.message import (
    Drawn,
    ephemeral_html,
    message_html,
    view_html,
)
from infra.sandbox.slack import acme
from infra.sandbox.slack.block_checks import read_message_blocks
from infra.sandbox.slack.records import Ephemeral, Message, OpenView, Version
from infra.sandbox.slack.screen import names_of
from infra.sandbox.slack.view_checks import read_view

NAMES = names_of(acme.ACME)
TS = "1795442700.000100"  # 2026-11-23 14:05 UTC


def kept(text: str, blocks: tuple[Any, ...] = (), **more: Any) -> Message:
    """Keep a message whatever it says, as only a fault of the local Slack could."""
    version = Version(text=text, blocks=blocks, written_at=0, **more)
    return Message(channel=acme.CHANNEL, ts=TS, user=acme.REPRIEVE, versions=(version,))


def posted(*blocks: Any, text: str = "news") -> Message:
    """Keep a message that the local Slack has taken."""
    return kept(text, read_message_blocks(list(blocks)))


def drawn(*blocks: Any) -> Drawn:
    return message_html(posted(*blocks), NAMES)


def answer(text: str) -> Drawn:
    line = Ephemeral(channel=acme.CHANNEL, user=acme.ADA, ts=TS, text=text)
    return ephemeral_html(line, NAMES)


def opened(view: Any, **more: Any) -> OpenView:
    shown = read_view(view)
    return OpenView(id="V1", user=acme.ADA, view=shown, root="V1", hash="1.x", **more)


def form(view: Any, **more: Any) -> Drawn:
    return view_html(opened(view, **more), NAMES)
