"""The buttons and menus that people see in the channel."""

from collections.abc import Iterator
from typing import Any

from tests.fakes.chat import FakeChat


def buttons(chat: FakeChat, *, old: bool = False) -> list[tuple[str, str, str]]:
    """Give what somebody may press: action, value, and the message it stands in."""
    back = 2 if old else 1
    return [
        (each["action_id"], value, ts)
        for ts, posted in (*chat.messages.items(), *chat.reminders.items())
        for shown in posted.versions[-back:][:1]
        for block in shown.get("blocks", ())
        for each in block.get("elements", ())
        for value in _values(each)
    ]


def _values(element: dict[str, Any]) -> Iterator[str]:
    if "value" in element:
        yield element["value"]
    yield from (it["value"] for it in element.get("options", ()))
