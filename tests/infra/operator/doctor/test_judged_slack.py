"""Whether Slack lets Reprieve in, and takes its alerts."""

from typing import Any

import pytest

from chalice_app.domain.watcher import channel as channels
from chalice_app.domain.watcher.finding import Verdict
from infra.operator.doctor.asking.slack import needed_scopes
from infra.operator.doctor.finding import seen
from infra.operator.doctor.judging import slack
from infra.sandbox.slack import acme
from tests.infra.operator.doctor.told import told

NEEDED = needed_scopes()


@pytest.mark.parametrize(
    ("token", "name"),
    [
        ("xoxb-1-2-abc", "token_filled"),
        ("", "token_empty"),
        ("xoxp-1-2-abc", "token_shape"),
        ("xoxb-1-2-abc\n", "token_shape"),
        ("xoxb-1 2", "token_shape"),
        ("xoxb-1é", "token_shape"),
    ],
)
def test_a_token_must_be_one_of_a_bot(token: str, name: str) -> None:
    found = slack.judged_token(token, "reprieve/dev/slack-token", "dev")

    assert told([found]) == [name]
    assert "abc" not in seen(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("0123456789abcdef", "signing_secret_filled"),
        ("", "signing_secret_empty"),
        ("0123456789abcdef\n", "signing_secret_shape"),
        (" 0123456789abcdef", "signing_secret_shape"),
    ],
)
def test_a_signing_secret_must_be_whole(text: str, name: str) -> None:
    found = slack.judged_signing_secret(text, "reprieve/dev/x", "dev")

    assert told([found]) == [name]
    assert "0123" not in seen(found)


@pytest.mark.parametrize(
    ("held", "names"),
    [
        (NEEDED, ["scopes_right"]),
        (NEEDED - {"chat:write"}, ["scopes_missing"]),
        (NEEDED - {"users:read"}, ["scopes_missing"]),
        (NEEDED - {"channels:history", "groups:history"}, ["scopes_missing"]),
        (NEEDED - {"groups:history", "groups:read"}, ["scopes_fewer"]),
        (NEEDED - {"usergroups:read"}, ["scopes_fewer"]),
        (NEEDED - {"chat:write", "groups:read"}, ["scopes_missing", "scopes_fewer"]),
        (NEEDED | {"admin"}, ["scopes_more"]),
        (frozenset(), ["scopes_missing", "scopes_fewer"]),
    ],
)
def test_the_scopes_must_be_those_of_the_manifest(
    held: frozenset[str], names: list[str]
) -> None:
    assert told(slack.judged_scopes(held, NEEDED)) == names


@pytest.mark.parametrize(
    ("channel", "names"),
    [
        ({}, ["channel_right"]),
        (None, ["channel_hidden"]),
        ({"is_archived": True}, ["channel_archived"]),
        ({"is_member": False}, ["channel_not_member"]),
        ({"is_ext_shared": True}, ["channel_shared"]),
        ({"is_pending_ext_shared": True}, ["channel_shared"]),
        ({"is_org_shared": True, "is_shared": True}, ["channel_right"]),
    ],
)
def test_the_channel_must_take_alerts_and_keep_them(
    channel: dict[str, Any] | None, names: list[str]
) -> None:
    usual = {"name": "kms-alerts", "is_member": True}
    given = None if channel is None else {**usual, **channel}
    assert told(channels.judged_channel(acme.CHANNEL, given)) == names


def test_a_channel_that_may_not_be_looked_at_is_not_called_wrong() -> None:
    for code, name in (("missing_scope", "channel_scope"), ("ekm", "slack_refused")):
        found = channels.judged_channel_refusal(acme.CHANNEL, code)
        assert told([found]) == [name]
        assert found.verdict is Verdict.UNCHECKED
