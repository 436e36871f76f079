"""A running workspace, Slack's own client, and an app that listens."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from slack_sdk import WebClient

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.serving import served
from infra.sandbox.slack.store import Store
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import (
    actions,
    button,
    confirm,
    input_block,
    modal,
    section,
    text_input,
)


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: float = field(default_factory=time.time)

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(clock: Clock) -> Store:
    return Store(acme.ACME, clock)


@pytest.fixture
def slack(clock: Clock) -> Iterator[LocalSlack]:
    with LocalSlack(clock=clock) as running:
        yield running


@pytest.fixture
def client(slack: LocalSlack) -> WebClient:
    return WebClient(token=acme.REPRIEVE_APP.token, base_url=slack.api_url)


@pytest.fixture
def app(slack: LocalSlack, clock: Clock) -> Iterator[AppDouble]:
    double = AppDouble(clock)
    with served(double.server()) as url:
        slack.events_url = f"{url}slack/events"
        yield double


@pytest.fixture
def view_id(slack: LocalSlack, client: WebClient, app: AppDouble) -> str:
    """Open a modal for Ada: a reason of 5 to 20 characters, and an optional note."""
    assert app.payloads == []
    asked = input_block(text_input(min_length=5, max_length=20))
    note = input_block(block_id="note", optional=True)
    trigger = slack.store.new_trigger(acme.ADA)
    answer = client.views_open(trigger_id=trigger, view=modal(section(), asked, note))
    return str(answer["view"]["id"])


@pytest.fixture
def ts(client: WebClient) -> str:
    """Post a message with a plain button, a careful one, a link and one beside text."""
    blocks = [
        actions(
            button(value="c:7f3c:4", style="primary"),
            button(action_id="rp.sure", confirm=confirm()),
            button(action_id="rp.console", url="https://console.aws.amazon.com/"),
            block_id="act.7f3c.4",
        ),
        section(accessory=button(action_id="rp.beside")),
    ]
    answer = client.chat_postMessage(channel=acme.CHANNEL, text="news", blocks=blocks)
    return str(answer["ts"])
