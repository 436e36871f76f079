"""Posting, rewriting, whispering and linking, through Slack's own client."""

import pytest
from slack_sdk import WebClient

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.store import Store
from tests.infra.sandbox.slack.pieces import actions, ask, post, section

NEWS = {"event_type": "case", "event_payload": {"case": "7f3c"}}


def test_a_message_stands_in_its_channel(slack: LocalSlack, client: WebClient) -> None:
    answer = client.chat_postMessage(channel=acme.CHANNEL, text="news", metadata=NEWS)

    message = slack.message(answer["ts"])
    assert slack.messages() == (message,)
    assert message.shown.text == "news"
    assert message.shown.metadata == NEWS
    assert message.user == acme.REPRIEVE


def test_a_reply_stands_in_the_thread_alone(
    slack: LocalSlack, client: WebClient
) -> None:
    parent = client.chat_postMessage(channel=acme.CHANNEL, text="news")["ts"]
    reply = client.chat_postMessage(
        channel=acme.CHANNEL, text="more", thread_ts=parent
    )["ts"]

    assert [message.ts for message in slack.messages()] == [parent]
    assert [message.ts for message in slack.thread(parent)] == [reply]


def test_a_broadcast_reply_stands_in_both(store: Store) -> None:
    parent = post(store)["ts"]
    answer = post(store, thread_ts=parent, reply_broadcast=True)

    assert store.messages[answer["ts"]].top_level
    assert answer["message"]["subtype"] == "thread_broadcast"
    assert store.replies(parent)[0].ts == answer["ts"]


def test_an_update_rewrites_in_place_and_keeps_what_was(store: Store) -> None:
    ts = post(store, actions(), metadata=NEWS)["ts"]
    ask(store, "chat.update", channel=acme.CHANNEL, ts=ts, text="saved")

    message = store.messages[ts]
    assert len(message.versions) == 2
    assert message.versions[0].blocks
    assert message.shown.text == "saved"
    assert message.shown.blocks == ()
    assert message.shown.metadata == NEWS


@pytest.mark.parametrize(("blocks", "edited"), [([section()], False), ([], True)])
def test_only_an_update_without_blocks_is_marked_as_edited(
    store: Store, blocks: list[object], *, edited: bool
) -> None:
    ts = post(store)["ts"]
    ask(
        store,
        "chat.update",
        channel=acme.CHANNEL,
        ts=ts,
        text="saved",
        blocks=blocks,
    )

    assert store.messages[ts].shown.edited is edited


def test_blocks_without_text_leave_notifications_with_nothing(store: Store) -> None:
    answer = post(store, section(), text="")

    assert answer["message"]["text"] == "This content can't be displayed."


def test_a_long_text_is_cut_with_a_warning(store: Store) -> None:
    whole, cut = post(store, text="x" * 40_000), post(store, text="x" * 40_001)

    assert "warning" not in whole
    assert cut["warning"] == "message_truncated"
    assert len(cut["message"]["text"]) == 40_000


def test_a_whisper_reaches_one_person(slack: LocalSlack, client: WebClient) -> None:
    client.chat_postEphemeral(channel=acme.CHANNEL, user=acme.EVE, text="not you")

    assert [line.text for line in slack.ephemerals(acme.EVE)] == ["not you"]
    assert slack.ephemerals(acme.ADA) == ()
    assert slack.messages() == ()


def test_a_permalink_leads_to_a_reply_in_its_thread(store: Store) -> None:
    parent = post(store)["ts"]
    reply = post(store, thread_ts=parent)["ts"]
    answer = ask(store, "chat.getPermalink", channel=acme.CHANNEL, message_ts=reply)

    first = ask(store, "chat.getPermalink", channel=acme.CHANNEL, message_ts=parent)

    assert first["permalink"].endswith(f"/p{parent.replace('.', '')}")
    place = f"https://acme.slack.com/archives/{acme.CHANNEL}/p{reply.replace('.', '')}"
    assert answer["permalink"] == f"{place}?thread_ts={parent}&cid={acme.CHANNEL}"


def test_a_ts_never_repeats_while_the_clock_stands_still(store: Store) -> None:
    stamps = [post(store)["ts"] for _ in range(50)]

    assert stamps == sorted(set(stamps))
