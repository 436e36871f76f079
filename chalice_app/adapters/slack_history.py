"""What the channel already holds: the messages of cases, by their metadata."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from chalice_app.adapters.slack_api import SlackApi
from chalice_app.domain.case import Place
from chalice_app.errors import ChatRefusedError

EVENT_TYPE = "reprieve_case"
_PAGE = "200"
_PAGES = 10  # 2,000 messages: what a busy channel may hold since the case began


def messages_of_cases(
    api: SlackApi, channel: str, since: datetime
) -> Mapping[str, tuple[Place, ...]]:
    """Find our messages of cases, oldest first; raise ChatSilentError.

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
        case_id = _case_id(message)
        if case_id:
            place = Place(channel=channel, ts=message["ts"])
            found[case_id] = (*found.get(case_id, ()), place)
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


def _case_id(message: Mapping[str, Any]) -> str | None:
    """Read the metadata, which any app in the channel could have written."""
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    return str((metadata.get("event_payload") or {}).get("case_id") or "") or None
