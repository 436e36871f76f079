"""The server ends cleanly, and tells its state to whoever asks from outside."""

import json
import socket
import threading
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from slack_sdk import WebClient

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import Json, actions, modal


def state_of(slack: LocalSlack) -> Json:
    connection = HTTPConnection(urlsplit(slack.url).netloc)
    connection.request("GET", "/_sandbox/state")
    state: Json = json.loads(connection.getresponse().read())
    connection.close()
    return state


def test_the_state_tells_everything_from_outside(
    slack: LocalSlack, client: WebClient, app: AppDouble
) -> None:
    ts = client.chat_postMessage(channel=acme.CHANNEL, text="1", blocks=[actions()])[
        "ts"
    ]
    slack.press(ts, "rp.go")
    client.views_open(trigger_id=app.payloads[0]["trigger_id"], view=modal())
    client.chat_update(channel=acme.CHANNEL, ts=ts, text="2")
    client.chat_postEphemeral(channel=acme.CHANNEL, user=acme.EVE, text="3")
    slack.send(b"\xff", {})

    state = state_of(slack)
    assert [one["text"] for one in state["messages"][0]["versions"]] == ["1", "2"]
    assert state["ephemerals"][0]["text"] == "3"
    assert state["views"][0]["user"] == acme.ADA
    assert state["calls"][0]["method"] == "chat.postMessage"
    assert [one["status"] for one in state["deliveries"]] == [200, 401]


def test_the_state_keeps_the_secrets(slack: LocalSlack, client: WebClient) -> None:
    client.auth_test()

    assert acme.REPRIEVE_APP.token not in json.dumps(state_of(slack))
    assert acme.REPRIEVE_APP.signing_secret not in json.dumps(state_of(slack))
    assert acme.REPRIEVE_APP.token not in repr(acme.ACME)


def test_the_port_is_free_again_and_no_thread_is_left() -> None:
    before = threading.active_count()
    with LocalSlack() as slack:
        WebClient(token="x", base_url=slack.api_url)
        port = int(urlsplit(slack.url).port or 0)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
    assert threading.active_count() == before


def test_a_port_may_be_chosen() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with LocalSlack(port=port) as slack:
        assert slack.api_url == f"http://127.0.0.1:{port}/api/"


def test_two_workspaces_stand_side_by_side(slack: LocalSlack) -> None:
    with LocalSlack() as other:
        other.say(acme.ADA, "over here")

        assert slack.messages() == ()
        assert other.url != slack.url
