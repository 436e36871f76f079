"""A bridge that is linked to a local Slack's socket, and a route that checks it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from queue import SimpleQueue

import pytest
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from starlette.websockets import WebSocket

from infra.sandbox.slack import acme
from infra.sandbox.slack.serving import served
from infra.sandbox.socket_mode.bridge import Bridge
from infra.sandbox.socket_mode.link import linked
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.socket_mode.slack_side import (
    APP_TOKEN,
    PATIENCE,
    Json,
    SlackSide,
    envelope,
)


@dataclass
class Linked:
    """One connection, from the side of Slack."""

    side: SlackSide
    told: SimpleQueue[str] = field(default_factory=SimpleQueue)
    bridge: Bridge = field(init=False)
    socket: WebSocket = field(init=False)

    def __call__(self, client: BaseSocketModeClient, sent: SocketModeRequest) -> None:
        self.bridge(client, sent)

    def says(self) -> str:
        return self.told.get(timeout=PATIENCE)

    def send(self, payload: Json, name: str, kind: str = "interactive") -> None:
        self.side.send(self.socket, envelope(payload, name, kind))

    def hears(self) -> Json:
        return self.side.heard.get(timeout=PATIENCE)


@pytest.fixture
def route() -> Iterator[tuple[AppDouble, str]]:
    double = AppDouble(time.time)
    with served(double.server()) as url:
        yield double, f"{url}slack/events"


@pytest.fixture(scope="module")
def connection() -> Iterator[Linked]:
    """Give one for all tests of a file: Slack's client takes 3 s to let go of it."""
    held = Linked(SlackSide())
    with (
        served(held.side.server()) as url,
        linked(f"{url}api/", APP_TOKEN, held, held.told.put),
    ):
        assert held.says() == "Connected to Slack over its socket."
        held.socket = held.side.opened.get(timeout=PATIENCE)
        yield held


@pytest.fixture
def link(connection: Linked) -> Iterator[Linked]:
    secret = acme.REPRIEVE_APP.signing_secret
    connection.bridge = Bridge(secret, connection.told.put)
    yield connection
    assert connection.told.empty()
    assert connection.side.heard.empty()
