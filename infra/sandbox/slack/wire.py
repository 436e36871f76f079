"""Messages, people, channels and views in the JSON that Slack sends."""

from infra.sandbox.slack.records import Message, OpenView
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.workspace import Channel, User, Workspace


def message_json(store: Store, message: Message) -> JsonObject:
    shown = message.shown
    return {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "team": store.workspace.team.id,
        "text": shown.text,
        **_author(store.workspace, message.user),
        **({"blocks": list(shown.blocks)} if shown.blocks else {}),
        **(
            {"edited": {"user": message.user, "ts": message.ts}} if shown.edited else {}
        ),
        **_threading(store, message),
    }


def _author(workspace: Workspace, user: str) -> JsonObject:
    app = workspace.app
    if user != app.bot_user:
        return {}
    profile = {"id": app.bot_id, "app_id": app.id, "name": app.name, "deleted": False}
    return {"bot_id": app.bot_id, "app_id": app.id, "bot_profile": profile}


def _threading(store: Store, message: Message) -> JsonObject:
    if message.thread_ts:
        broadcast = {"subtype": "thread_broadcast"} if message.broadcast else {}
        return {"thread_ts": message.thread_ts, **broadcast}
    replies = store.replies(message.ts)
    if not replies:
        return {}
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "latest_reply": replies[-1].ts,
        "reply_users": sorted({reply.user for reply in replies}),
    }


def user_json(user: User) -> JsonObject:
    profile = {"real_name": user.real_name, "display_name": user.display_name}
    base = {
        "id": user.id,
        "team_id": user.team,
        "name": user.name,
        "deleted": user.deleted,
        "profile": profile,
        "is_bot": user.bot,
        "is_app_user": False,
    }
    # Slack leaves the roles out once a person is deactivated.
    return base if user.deleted else {**base, **_roles(user)}


def _roles(user: User) -> JsonObject:
    return {
        "real_name": user.real_name,
        "is_admin": False,
        "is_owner": False,
        "is_restricted": user.restricted,
        "is_ultra_restricted": user.ultra_restricted,
        # Present only for people of another workspace.
        **({"is_stranger": True} if user.stranger else {}),
    }


def channel_json(workspace: Workspace, channel: Channel) -> JsonObject:
    return {
        "id": channel.id,
        "name": channel.name,
        "is_channel": True,
        "is_private": channel.private,
        "is_archived": channel.archived,
        "is_member": workspace.app.bot_user in channel.members,
        "is_shared": channel.shared_outside,
        "is_ext_shared": channel.shared_outside,
        "is_org_shared": False,
        "context_team_id": workspace.team.id,
    }


def view_json(workspace: Workspace, opened: OpenView) -> JsonObject:
    defaults = {"private_metadata": "", "callback_id": "", "external_id": ""}
    return {
        **defaults,
        "submit": None,
        "close": None,
        "clear_on_close": False,
        "notify_on_close": False,
        **opened.view,
        "id": opened.id,
        "team_id": workspace.team.id,
        "state": {"values": {}},
        "hash": opened.hash,
        "previous_view_id": None,
        "root_view_id": opened.root,
        "app_id": workspace.app.id,
        "app_installed_team_id": workspace.team.id,
        "bot_id": workspace.app.bot_id,
    }
