"""The methods that only read: who am I, who is this, what was said."""

import math
from dataclasses import dataclass

from infra.sandbox.slack.arguments import Arguments
from infra.sandbox.slack.places import joined_channel, known_channel
from infra.sandbox.slack.records import Message
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.wire import channel_json, message_json, user_json

PAGE = 100
LONGEST_PAGE = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of time, whose two ends count only when it is inclusive."""

    oldest: float
    latest: float
    before: float
    inclusive: bool

    def holds(self, ts: str) -> bool:
        at = float(ts)
        on_an_end = self.inclusive and at in {self.oldest, self.latest}
        inside = self.oldest < at < self.latest
        return (inside or on_an_end) and at < self.before


def auth_test(store: Store, _given: Arguments) -> JsonObject:
    workspace = store.workspace
    return {
        "url": workspace.url,
        "team": workspace.team.name,
        "user": workspace.users[workspace.app.bot_user].name,
        "team_id": workspace.team.id,
        "user_id": workspace.app.bot_user,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


def users_info(store: Store, given: Arguments) -> JsonObject:
    user = store.workspace.users.get(given.text("user"))
    if user is None:
        raise SlackRefusalError("user_not_found")
    return {"user": user_json(user)}


def usergroup_users(store: Store, given: Arguments) -> JsonObject:
    group = store.workspace.groups.get(given.text("usergroup"))
    if group is None:
        raise SlackRefusalError("no_such_subteam")
    return {"users": list(group.users)}


def conversations_info(store: Store, given: Arguments) -> JsonObject:
    channel = known_channel(store.workspace, given.text("channel"))
    return {"channel": channel_json(store.workspace, channel)}


def conversations_history(store: Store, given: Arguments) -> JsonObject:
    channel = joined_channel(store, given)
    window = _read_window(given)
    said = (item for item in store.messages.values() if item.channel == channel.id)
    found = [item for item in said if item.top_level and window.holds(item.ts)]
    newest_first = found[::-1]
    limit = min(given.number("limit", PAGE), LONGEST_PAGE)
    page = [_history_json(store, item, given) for item in newest_first[:limit]]
    more = _next(newest_first, limit)
    return {"messages": page, "has_more": bool(more), **more}


def _read_window(given: Arguments) -> Window:
    return Window(
        oldest=given.moment("oldest", 0),
        latest=given.moment("latest", math.inf),
        before=given.moment("cursor", math.inf),
        inclusive=given.flag("inclusive"),
    )


def _next(found: list[Message], limit: int) -> JsonObject:
    if len(found) <= limit:
        return {}
    return {"response_metadata": {"next_cursor": found[limit - 1].ts}}


def _history_json(store: Store, message: Message, given: Arguments) -> JsonObject:
    metadata = message.shown.metadata if given.flag("include_all_metadata") else None
    body = message_json(store, message)
    return {**body, **({"metadata": metadata} if metadata else {})}
