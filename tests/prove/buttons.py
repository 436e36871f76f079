"""The buttons that people see in the channel."""

from tests.fakes.chat import FakeChat


def buttons(chat: FakeChat, *, old: bool = False) -> list[tuple[str, str, str]]:
    """Give what somebody may press: action, value, and the message it stands in."""
    back = 2 if old else 1
    return [
        (each["action_id"], each["value"], ts)
        for ts, posted in chat.messages.items()
        for shown in posted.versions[-back:][:1]
        for block in shown["blocks"]
        for each in block.get("elements", ())
        if "value" in each
    ]
