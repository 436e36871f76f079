"""What chat.* refuses, with Slack's names for each fault."""

from dataclasses import replace

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.workspace import Channel
from tests.infra.sandbox.slack.pieces import ask, post

REFUSED = [
    ("chat.postMessage", {"channel": "C0NOWHERE"}, "channel_not_found"),
    ("chat.postMessage", {"text": ""}, "no_text"),
    ("chat.postMessage", {"blocks": "[{"}, "invalid_blocks_format"),
    ("chat.postMessage", {"blocks": ["x"]}, "invalid_blocks_format"),
    ("chat.postMessage", {"blocks": {}}, "invalid_blocks_format"),
    ("chat.postMessage", {"thread_ts": "1.000000"}, "thread_not_found"),
    ("chat.postMessage", {"metadata": "{"}, "invalid_metadata_format"),
    ("chat.postMessage", {"metadata": []}, "invalid_metadata_format"),
    ("chat.postMessage", {"metadata": {}}, "invalid_metadata_schema"),
    ("chat.update", {"ts": "1.000000"}, "message_not_found"),
    ("chat.getPermalink", {"message_ts": "1.000000"}, "message_not_found"),
    ("chat.postEphemeral", {"user": acme.GONE}, "user_not_in_channel"),
    ("chat.postEphemeral", {"user": ""}, "user_not_in_channel"),
]


@pytest.mark.parametrize(("method", "changes", "error"), REFUSED)
def test_a_wrong_argument_gets_slacks_error(
    store: Store, method: str, changes: dict[str, object], error: str
) -> None:
    arguments = {"channel": acme.CHANNEL, "text": "news", **changes}

    assert ask(store, method, **arguments) == {"ok": False, "error": error}


def test_a_message_is_found_in_its_own_channel_alone() -> None:
    other = replace(acme.ALERTS, id="C0OTHER", name="other")
    channels = {acme.CHANNEL: acme.ALERTS, other.id: other}
    store = Store(replace(acme.ACME, channels=channels), lambda: 0.0)
    ts = post(store)["ts"]

    moved = ask(store, "chat.update", channel=other.id, ts=ts, text="moved")
    reply = post(store, channel=other.id, thread_ts=ts)
    assert moved["error"] == "message_not_found"
    assert reply["error"] == "thread_not_found"


def test_nobody_replies_to_a_reply(store: Store) -> None:
    reply = post(store, thread_ts=post(store)["ts"])["ts"]

    assert post(store, thread_ts=reply)["error"] == "cannot_reply_to_message"


ELSEWHERE = replace(acme.ALERTS, members=frozenset({acme.ADA}))


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        (replace(acme.ALERTS, archived=True), "is_archived"),
        (ELSEWHERE, "not_in_channel"),
        (replace(ELSEWHERE, private=True), "channel_not_found"),
    ],
)
def test_a_channel_that_the_bot_cannot_use_is_refused(
    channel: Channel, error: str
) -> None:
    workspace = replace(acme.ACME, channels={acme.CHANNEL: channel})

    assert post(Store(workspace, lambda: 0.0))["error"] == error


def test_the_app_cannot_rewrite_what_a_person_said(
    slack: LocalSlack, client: WebClient
) -> None:
    said = slack.say(acme.ADA, "hello")

    with pytest.raises(SlackApiError, match="cant_update_message"):
        client.chat_update(channel=acme.CHANNEL, ts=said.ts, text="good-bye")
