"""AWS in memory and on this machine, and a local Slack, for the adapters."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import pytest

from chalice_app.adapters.case_rights import CaseRights
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.adapters.table import Table
from chalice_app.domain.key_event import read_event
from chalice_app.views.blocks import text
from chalice_app.views.buttons import BUTTONS, drawn
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.serving import served
from tests.adapters.clock import Clock
from tests.fakes.bolt_door import WORDS, Door
from tests.fakes.memory_table import MemoryTable
from tests.fakes.news import record
from tests.fakes.slack_clients import client_of
from tests.fakes.tables import dynamodb, new_table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


@pytest.fixture(scope="module")
def memory() -> Iterator["DynamoDBClient"]:
    with dynamodb() as client:
        yield client


@pytest.fixture
def table(memory: "DynamoDBClient") -> Table:
    return Table(memory, new_table(memory))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def clocked(clock: Clock) -> Table:
    """Make a table whose clock the test moves."""
    return cast("Table", MemoryTable(lambda: clock.now))


@pytest.fixture
def rights(clocked: Table) -> CaseRights:
    return CaseRights(clocked)


@pytest.fixture
def case_id(clocked: Table) -> str:
    case = CaseTable(clocked).record(read_event(record("DisableKey")), ours=True)
    assert case
    return case.id


@pytest.fixture(scope="module")
def aws() -> Iterator[LocalAws]:
    with LocalAws() as running:
        yield running


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack() as running:
        yield running


@pytest.fixture
def chat(slack: LocalSlack) -> SlackChat:
    return SlackChat(client_of(slack.api_url), acme.CHANNEL)


@pytest.fixture
def door(slack: LocalSlack, aws: LocalAws) -> Iterator[Door]:
    door = Door(slack, aws)
    with served(door.server()) as url:
        slack.events_url = f"{url}slack/events"
        yield door


@pytest.fixture
def ts(chat: SlackChat) -> str:
    acts = [act for it in BUTTONS for act in it.acts]
    buttons = drawn(acts, "0123456789:1", None, WORDS)
    links = drawn([], "0123456789:1", "https://example.com", WORDS)
    blocks = [
        {"type": "header", "text": text("Key deletion scheduled")},
        {"type": "actions", "elements": [*buttons, *links]},
    ]
    return chat.post({"text": "x", "blocks": blocks}, "0123456789").ts
