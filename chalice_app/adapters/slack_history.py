"""What the channel already holds: our messages, by their metadata."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from chalice_app.adapters.slack_api import SlackApi
from chalice_app.domain.case import Place
from chalice_app.errors import ChatRefusedError

# What the metadata of a message says it is, and what its id is called there.
_KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "case": ("reprieve_case", "case_id"),
        "drill": ("reprieve_drill", "drill_id"),
        "report": ("reprieve_report", "report_id"),
        "watcher": ("reprieve_watcher", "watcher_id"),
        "reminder": ("reprieve_reminder", "reminder_id"),
    }
)
_PAGE = "200"
_PAGES = 10  # 2,000 messages: what a busy channel may hold since the case began


def metadata(item_id: str, kind: str) -> Mapping[str, object]:
    event_type, name = _KINDS[kind]
    return {"event_type": event_type, "event_payload": {name: item_id}}


def messages_by_id(
    api: SlackApi, channel: str, since: datetime
) -> Mapping[str, tuple[Place, ...]]:
    """Find our messages of every kind, oldest first; raise ChatSilentError.

    Nothing where the app may not read the channel's history: then a crash between
    Slack's answer and our note of it leaves a second message.
    """
    try:
        own = str(api.look_up("auth.test")["user_id"])
        ours = [it for it in _messages(api, channel, since) if it.get("user") == own]
    except ChatRefusedError:
        return {}
    found: dict[str, tuple[Place, ...]] = {}
    for message in reversed(ours):
        item_id = _id(message)
        if item_id:
            place = Place(channel=channel, ts=message["ts"])
            found[item_id] = (*found.get(item_id, ()), place)
    return found


def _messages(
    api: SlackApi, channel: str, since: datetime
) -> Iterator[Mapping[str, Any]]:
    cursor: dict[str, str] = {}
    for _ in range(_PAGES):
        told = api.look_up(
            "conversations.history",
            channel=channel,
            oldest=str(since.timestamp()),
            limit=_PAGE,
            include_all_metadata="true",
            **cursor,
        )
        yield from told["messages"]
        after = (told.get("response_metadata") or {}).get("next_cursor")
        if not after:
            return
        cursor = {"cursor": after}


def _id(message: Mapping[str, Any]) -> str | None:
    """Read the metadata, which any app in the channel could have written."""
    told = message.get("metadata") or {}
    name = dict(_KINDS.values()).get(str(told.get("event_type")), "")
    return str((told.get("event_payload") or {}).get(name) or "") or None
