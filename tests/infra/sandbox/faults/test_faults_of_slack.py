"""Faults of the local Slack, met by Slack's own client."""

import socket
from collections.abc import Iterator
from http.client import HTTPException
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from infra.sandbox.faults.fault import Fault, Kind
from infra.sandbox.faults.switches import NotSwitchedError, Switches
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.sandbox.slack.conftest import Clock

POST = "chat.postMessage"
NO_ANSWER = (URLError, TimeoutError, HTTPException, ConnectionError)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def slack(clock: Clock) -> Iterator[LocalSlack]:
    with LocalSlack(clock=clock) as running:
        yield running


@pytest.fixture
def client(slack: LocalSlack) -> WebClient:
    token = acme.REPRIEVE_APP.token
    return WebClient(token=token, base_url=slack.api_url, timeout=1, retry_handlers=[])


@pytest.fixture
def faults(slack: LocalSlack) -> Switches:
    return Switches(slack.url)


def post(client: WebClient) -> str:
    answer = client.chat_postMessage(channel=acme.CHANNEL, text="news")
    return str(answer["ts"])


def test_a_rate_limit_names_its_seconds_and_ends(
    slack: LocalSlack, client: WebClient, faults: Switches
) -> None:
    faults.set("slack", POST, "rate-limit", seconds=7)

    with pytest.raises(SlackApiError) as refused:
        post(client)

    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["Retry-After"] == "7"
    assert slack.messages() == ()
    assert post(client)


def test_an_error_comes_as_often_as_asked(client: WebClient, faults: Switches) -> None:
    faults.set("slack", "*", "error", name="token_revoked", times=2)

    for _ in range(2):
        with pytest.raises(SlackApiError, match="token_revoked"):
            client.auth_test()
    assert client.auth_test()["ok"]


def test_a_fault_lets_pass_what_it_is_told_to_skip(
    client: WebClient, faults: Switches
) -> None:
    faults.set("slack", POST, "error", skip=1)

    post(client)
    with pytest.raises(SlackApiError, match="internal_error"):
        post(client)


def test_a_server_error_has_its_status(client: WebClient, faults: Switches) -> None:
    faults.set("slack", POST, "status", status=502)
    with pytest.raises(SlackApiError) as refused:
        post(client)
    assert refused.value.response.status_code == 502


@pytest.mark.parametrize(
    ("kind", "said"), [(Kind.SILENCE, 0), (Kind.CLOSED, 0), (Kind.LOST, 1)]
)
def test_without_an_answer_the_effect_is_there_or_not(
    slack: LocalSlack, client: WebClient, faults: Switches, kind: Kind, said: int
) -> None:
    faults.set("slack", POST, kind, seconds=2)

    with pytest.raises(NO_ANSWER):
        post(client)

    assert len(slack.messages()) == said


def test_a_history_that_lags_lacks_the_newest(
    client: WebClient, faults: Switches, clock: Clock
) -> None:
    old = post(client)
    clock.now += 10
    post(client)
    faults.set("slack", "conversations.history", "stale", seconds=5)

    lagging = client.conversations_history(channel=acme.CHANNEL)["messages"]

    assert [one["ts"] for one in lagging] == [old]
    assert len(client.conversations_history(channel=acme.CHANNEL)["messages"]) == 2


def test_a_fault_stays_until_it_is_cleared(client: WebClient, faults: Switches) -> None:
    staying = Fault(where="slack", kind=Kind.ERROR, times=None)
    faults.add(staying)
    with pytest.raises(SlackApiError):
        client.auth_test()
    assert faults.all() == [staying]

    faults.clear()

    assert faults.all() == []
    assert client.auth_test()["ok"]


def test_what_is_no_fault_is_refused(faults: Switches) -> None:
    with pytest.raises(NotSwitchedError, match="This is no fault"):
        faults._ask("POST", {"where": "slack", "kind": "sulk"})


def test_a_server_that_is_not_there_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(NotSwitchedError, match=rf":{port}[^ ]*\nIs `make demo`"):
        Switches(f"http://127.0.0.1:{port}").all()
