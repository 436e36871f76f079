"""The payloads that Slack sends: block_actions, view_submission and view_closed."""

from infra.sandbox.slack.records import Message, OpenView
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.tickets import ResponseTicket
from infra.sandbox.slack.wire import message_json, view_json

SENT_OF_AN_ELEMENT = (
    *("type", "action_id", "text", "value", "style", "url"),
    *("placeholder", "selected_option"),
)


def block_actions(
    store: Store, message: Message, button: JsonObject, user: str, base: str
) -> JsonObject:
    ticket = ResponseTicket(
        channel=message.channel,
        message_ts=message.ts,
        user=user,
        made_at=store.clock(),
    )
    shown = {name: button[name] for name in SENT_OF_AN_ELEMENT if name in button}
    action = {**shown, "block_id": button["block_id"], "action_ts": store.next_ts()}
    channel = store.workspace.channels[message.channel]
    return {
        "type": "block_actions",
        **_who(store, user),
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": False,
        },
        "channel": {"id": channel.id, "name": channel.name},
        "message": message_json(store, message),
        "state": {"values": _state(message, action)},
        "response_url": f"{base}response/{store.new_response(ticket)}",
        "actions": [action],
    }


def view_actions(
    store: Store, opened: OpenView, button: JsonObject, values: JsonObject
) -> JsonObject:
    """Make the payload of a button in a modal: it comes from no message."""
    shown = {name: button[name] for name in SENT_OF_AN_ELEMENT if name in button}
    action = {**shown, "block_id": button["block_id"], "action_ts": store.next_ts()}
    view = view_json(store.workspace, opened)
    return {
        "type": "block_actions",
        **_who(store, opened.user),
        "container": {"type": "view", "view_id": opened.id},
        "view": {**view, "state": {"values": values}},
        "actions": [action],
    }


def _state(message: Message, action: JsonObject) -> JsonObject:
    """Give what is chosen in each menu of the message, null where nothing is."""
    return {
        block["block_id"]: {
            each["action_id"]: {
                "type": each["type"],
                "selected_option": action.get("selected_option")
                if each["action_id"] == action["action_id"]
                else None,
            }
        }
        for block in message.shown.blocks
        for each in block.get("elements", ())
        if each["type"] == "static_select"
    }


def view_submission(
    store: Store, opened: OpenView, values: JsonObject, user: str
) -> JsonObject:
    view = {**view_json(store.workspace, opened), "state": {"values": values}}
    return {
        "type": "view_submission",
        **_who(store, user),
        "view": view,
        "response_urls": [],
    }


def view_closed(store: Store, closed: OpenView, user: str) -> JsonObject:
    # Nobody is left to show a modal to, so there is no trigger.
    who = {k: v for k, v in _who(store, user).items() if k != "trigger_id"}
    view = view_json(store.workspace, closed)
    return {"type": "view_closed", **who, "view": view, "is_cleared": False}


def _who(store: Store, user: str) -> JsonObject:
    """Somebody of another workspace comes with the home team beside their own."""
    workspace = store.workspace
    person = workspace.users[user]
    return {
        "user": {
            "id": person.id,
            "username": person.name,
            "name": person.name,
            "team_id": person.team,
        },
        "team": {"id": workspace.team.id, "domain": workspace.team.domain},
        "api_app_id": workspace.app.id,
        "token": "verification-token",
        "trigger_id": store.new_trigger(user),
        "enterprise": None,
        "is_enterprise_install": False,
    }


def changed(payload: JsonObject, changes: JsonObject) -> JsonObject:
    """Lay changes over a payload: objects key by key, lists item by item."""
    laid = {name: _laid(payload.get(name), new) for name, new in changes.items()}
    return {**payload, **laid}


def _laid(value: object, change: object) -> object:
    if isinstance(value, dict) and isinstance(change, dict):
        return changed(value, change)
    if isinstance(value, list) and isinstance(change, list):
        both = [_laid(old, new) for old, new in zip(value, change, strict=False)]
        return [*both, *value[len(change) :], *change[len(value) :]]
    return change
