"""What can be wrong at Slack, each made and taken back in the sandbox."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from infra.sandbox.slack import acme
from infra.sandbox.slack.workspace import UserGroup
from tests.infra.operator.doctor.undone import Row, Trouble
from tests.infra.operator.doctor.visited import Visited

OF_A_PERSON = replace(acme.REPRIEVE_APP, bot_id="")
NO_TOKEN = replace(acme.REPRIEVE_APP, token="xoxb-another")
BOT = frozenset({acme.REPRIEVE})


def scopes(*less: str, more: str = "") -> Trouble:
    held = (acme.SCOPES - set(less)) | ({more} if more else set())
    app = replace(acme.REPRIEVE_APP, scopes=held)
    return lambda at: at.workspace(app=app)


def listed(*users: str) -> Trouble:
    return lambda at: at.configured(responders=[acme.ADA, *users])


@contextmanager
def emptied(at: Visited) -> Iterator[None]:
    group = UserGroup(id=acme.RESPONDERS, handle="kms-responders", users=())
    groups = {acme.RESPONDERS: group}
    with at.workspace(groups=groups), at.configured(responders=acme.RESPONDERS):
        yield


TROUBLES: tuple[Row, ...] = (
    ("slack", "slack_refuses_token", lambda at: at.workspace(app=NO_TOKEN)),
    ("slack", "slack_no_bot", lambda at: at.workspace(app=OF_A_PERSON)),
    ("scopes", "scopes_missing", scopes("users:read")),
    ("scopes", "scopes_fewer", scopes("groups:read")),
    ("scopes", "scopes_more", scopes(more="admin")),
    ("channel", "channel_archived", lambda at: at.channel(archived=True)),
    (
        "channel",
        "channel_not_member",
        lambda at: at.channel(members=acme.ALERTS.members - BOT),
    ),
    ("channel", "channel_shared", lambda at: at.channel(shared_outside=True)),
    (
        "channel",
        "channel_hidden",
        lambda at: at.channel(private=True, members=frozenset()),
    ),
    ("channel", "channel_hidden", lambda at: at.configured(channel="C0NOTTHERE")),
    ("channel", "channel_scope", scopes("channels:read", "groups:read")),
    ("responders", "responders_nobody", lambda at: at.configured(responders=[])),
    ("responders", "responder_guest", listed(acme.GUEST)),
    ("responders", "responder_deactivated", listed(acme.GONE)),
    ("responders", "responder_bot", listed(acme.ROBOT)),
    ("responders", "responder_outsider", listed(acme.STRANGER)),
    ("responders", "responder_outsider", listed("U0NOTTHERE")),
    (
        "responders",
        "group_unreadable",
        lambda at: at.configured(responders="S0NOTTHERE"),
    ),
    ("responders", "group_empty", emptied),
)
