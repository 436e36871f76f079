"""Our messages are found by the case ids they carry, and nobody else's are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from chalice_app.adapters.slack_chat import SlackChat
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.slack_clients import client_of

EVER = datetime(2020, 1, 1, tzinfo=UTC)


def test_messages_are_found_oldest_first(chat: SlackChat) -> None:
    one = chat.post({"text": "one"}, "aaa")
    other = chat.post({"text": "other"}, "bbb")
    two = chat.post({"text": "two"}, "aaa")
    chat.reply(one, "a line has no case of its own")

    assert chat.found(EVER) == {"aaa": (one, two), "bbb": (other,)}


def test_a_drill_is_found_by_its_own_id_and_named_no_case(
    chat: SlackChat, slack: LocalSlack
) -> None:
    place = chat.post({"text": "a drill"}, "ddd", kind="drill")

    assert chat.found(EVER) == {"ddd": (place,)}
    [shown] = slack.store.messages.values()
    assert shown.shown.metadata == {
        "event_type": "reprieve_drill",
        "event_payload": {"drill_id": "ddd"},
    }


def test_a_report_is_found_by_its_own_id(chat: SlackChat, slack: LocalSlack) -> None:
    place = chat.post({"text": "a report"}, "disabled-1", kind="report")

    assert chat.found(EVER) == {"disabled-1": (place,)}
    [shown] = slack.store.messages.values()
    assert shown.shown.metadata == {
        "event_type": "reprieve_report",
        "event_payload": {"report_id": "disabled-1"},
    }


def test_a_rewritten_message_is_still_found(chat: SlackChat) -> None:
    place = chat.post({"text": "one"}, "aaa")
    chat.update(place, {"text": "again"})

    assert chat.found(EVER) == {"aaa": (place,)}


def test_what_is_older_is_not_looked_for(chat: SlackChat) -> None:
    place = chat.post({"text": "one"}, "aaa")
    posted = datetime.fromtimestamp(float(place.ts), UTC)

    assert chat.found(posted + timedelta(seconds=1)) == {}


def test_it_turns_pages_until_there_are_no_more(chat: SlackChat) -> None:
    first = chat.post({"text": "one"}, "aaa")
    for number in range(200):
        chat.post({"text": str(number)}, f"case-{number}")

    assert chat.found(EVER)["aaa"] == (first,)


def test_a_message_of_another_author_is_not_ours(
    chat: SlackChat, slack: LocalSlack
) -> None:
    """Metadata can be read and written by every app in the channel."""
    ours = chat.post({"text": "one"}, "aaa")
    posted = next(iter(slack.store.messages.values()))
    forged = replace(posted, ts=f"{float(posted.ts) + 1:.6f}", user=acme.EVE)
    slack.store.messages[forged.ts] = forged

    assert chat.found(EVER) == {"aaa": (ours,)}


def test_without_the_scope_nothing_is_found() -> None:
    scopes = acme.SCOPES - {"channels:history", "groups:history"}
    with LocalSlack(scopes=scopes) as running:
        chat = SlackChat(client_of(running.api_url), acme.CHANNEL)
        chat.post({"text": "one"}, "aaa")

        assert chat.found(EVER) == {}
