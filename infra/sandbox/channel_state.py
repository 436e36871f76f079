"""What the local Slack has, read over HTTP as anybody on this machine can."""

import json
import urllib.request
from dataclasses import dataclass
from typing import Any

from infra.sandbox.slack.presses import buttons
from infra.sandbox.slack.records import Ephemeral, Message, OpenView, Version

_DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelState:
    messages: tuple[Message, ...]
    answers: tuple[Ephemeral, ...]
    views: tuple[OpenView, ...]
    calls: tuple[str, ...]

    def alerts(self, about: str = "") -> tuple[Message, ...]:
        """Give the messages whose text or blocks name this, the oldest first."""
        return tuple(
            one
            for one in self.messages
            if one.thread_ts is None and about in repr(one.shown)
        )

    def thread(self, ts: str) -> tuple[Message, ...]:
        return tuple(one for one in self.messages if one.thread_ts == ts)

    def answers_to(self, user: str) -> tuple[str, ...]:
        return tuple(one.text for one in self.answers if one.user == user)


def read_channel(slack_url: str) -> ChannelState:
    with _DIRECTLY.open(f"{slack_url}_sandbox/state") as answer:
        state = json.load(answer)
    return ChannelState(
        messages=tuple(map(_message, state["messages"])),
        answers=tuple(Ephemeral(**_with_blocks(one)) for one in state["ephemerals"]),
        views=tuple(OpenView(**one) for one in state["views"]),
        calls=tuple(one["method"] for one in state["calls"]),
    )


def header(message: Message) -> str:
    """Give the first block's text, or the message's own where it has no blocks."""
    first, *_ = (*message.shown.blocks, {"text": {"text": message.shown.text}})
    return str(first["text"]["text"])


def acts(message: Message) -> tuple[str, ...]:
    """Name the buttons that do something: neither links to a page, nor menus."""
    return tuple(
        each["action_id"] for each in buttons(message.shown.blocks) if "value" in each
    )


def _message(stored: dict[str, Any]) -> Message:
    versions = tuple(Version(**_with_blocks(one)) for one in stored["versions"])
    return Message(**{**stored, "versions": versions})


def _with_blocks(stored: dict[str, Any]) -> dict[str, Any]:
    return {**stored, "blocks": tuple(stored["blocks"])}
