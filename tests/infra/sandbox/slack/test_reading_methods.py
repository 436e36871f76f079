"""The methods that only read, through Slack's own client."""

from dataclasses import replace

import pytest
from slack_sdk import WebClient

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.records import Message, Version
from infra.sandbox.slack.store import Store
from tests.infra.sandbox.slack.pieces import Json, ask, post

SCOPES = acme.SCOPES | {"channels:read", "channels:history"}


@pytest.fixture
def open_store() -> Store:
    app = replace(acme.REPRIEVE_APP, scopes=SCOPES)
    return Store(replace(acme.ACME, app=app), lambda: 1_796_000_000.0)


def test_the_token_says_whose_it_is(client: WebClient) -> None:
    answer = client.auth_test()

    assert answer["team_id"] == acme.HOME
    assert answer["user_id"] == acme.REPRIEVE
    assert answer["bot_id"] == "B0REPRIEVE"


@pytest.mark.parametrize(
    ("user", "facts"),
    [
        (acme.ADA, {"is_restricted": False, "is_bot": False, "deleted": False}),
        (acme.GUEST, {"is_restricted": True, "is_ultra_restricted": False}),
        (acme.SINGLE_GUEST, {"is_restricted": True, "is_ultra_restricted": True}),
        (acme.ROBOT, {"is_bot": True}),
        (acme.GONE, {"deleted": True}),
        (acme.STRANGER, {"is_stranger": True, "team_id": acme.OTHER}),
    ],
)
def test_everybody_is_known_for_what_they_are(
    client: WebClient, user: str, facts: Json
) -> None:
    found: Json = client.users_info(user=user)["user"]

    assert found["id"] == user
    assert {name: found[name] for name in facts} == facts


def test_a_deactivated_person_has_no_roles(client: WebClient) -> None:
    assert "is_restricted" not in client.users_info(user=acme.GONE)["user"]


def test_a_group_lists_its_people(client: WebClient) -> None:
    answer = client.usergroups_users_list(usergroup=acme.RESPONDERS)

    assert answer["users"] == [acme.ADA, acme.BO]


@pytest.mark.parametrize(
    ("method", "argument", "error"),
    [
        ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
        ("users.info", {}, "user_not_found"),
        ("usergroups.users.list", {"usergroup": "S0NOTHING"}, "no_such_subteam"),
        ("conversations.info", {"channel": "C0NOWHERE"}, "channel_not_found"),
        ("conversations.history", {"channel": "C0NOWHERE"}, "channel_not_found"),
    ],
)
def test_what_is_not_there_is_refused(
    open_store: Store, method: str, argument: dict[str, str], error: str
) -> None:
    assert ask(open_store, method, **argument)["error"] == error


def test_a_channel_says_whether_others_share_it(open_store: Store) -> None:
    channel = ask(open_store, "conversations.info", channel=acme.CHANNEL)["channel"]

    assert channel["is_member"]
    assert not channel["is_ext_shared"]


def history(store: Store, **arguments: object) -> Json:
    return ask(store, "conversations.history", channel=acme.CHANNEL, **arguments)


def test_history_is_newest_first_and_without_replies(open_store: Store) -> None:
    first, second = post(open_store)["ts"], post(open_store)["ts"]
    post(open_store, thread_ts=first)

    found = history(open_store)["messages"]
    assert [message["ts"] for message in found] == [second, first]
    assert found[1]["reply_count"] == 1


def test_history_shows_metadata_when_asked(open_store: Store) -> None:
    news = {"event_type": "case", "event_payload": {"case": "7f3c"}}
    post(open_store, metadata=news)

    plain = history(open_store)["messages"][0]
    asked = history(open_store, include_all_metadata=True)["messages"][0]
    assert "metadata" not in plain
    assert asked["metadata"] == news


def test_history_comes_in_pages(open_store: Store) -> None:
    stamps = [post(open_store)["ts"] for _ in range(3)]

    page = history(open_store, limit=2)
    rest = history(open_store, cursor=page["response_metadata"]["next_cursor"])
    found = [*page["messages"], *rest["messages"]]
    assert page["has_more"]
    assert not rest["has_more"]
    assert [message["ts"] for message in found] == stamps[::-1]


@pytest.mark.parametrize(("inclusive", "expected"), [(False, 1), (True, 3)])
def test_history_has_two_ends(
    open_store: Store, *, inclusive: bool, expected: int
) -> None:
    stamps = [post(open_store)["ts"] for _ in range(5)]
    found = history(open_store, oldest=stamps[1], latest=stamps[3], inclusive=inclusive)

    assert len(found["messages"]) == expected


def test_an_end_that_is_no_time_is_refused(open_store: Store) -> None:
    assert history(open_store, oldest="x")["error"] == "invalid_ts_oldest"


def test_a_person_in_the_channel_can_speak(slack: LocalSlack) -> None:
    said = slack.say(acme.ADA, "I am on it")

    assert slack.messages() == (said,)


def test_only_the_apps_own_messages_name_the_app(open_store: Store) -> None:
    now = Version(text="hello", written_at=0.0)
    post(open_store)
    said = Message(channel=acme.CHANNEL, ts="1.0", user=acme.ADA, versions=(now,))
    open_store.keep(said)

    by_ada, by_app = history(open_store)["messages"]
    assert "bot_id" not in by_ada
    assert by_app["bot_id"] == "B0REPRIEVE"


def test_a_page_size_that_is_no_number_is_refused(open_store: Store) -> None:
    assert history(open_store, limit="x")["error"] == "invalid_arguments"
