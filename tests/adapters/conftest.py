"""AWS in memory and on this machine, and a local Slack, for the adapters."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.adapters.table import Table
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.slack_clients import client_of
from tests.fakes.tables import dynamodb, new_table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import DynamoDBServiceResource


@pytest.fixture(scope="module")
def memory() -> Iterator["DynamoDBServiceResource"]:
    with dynamodb() as resource:
        yield resource


@pytest.fixture
def table(memory: "DynamoDBServiceResource") -> Table:
    return Table(memory, new_table(memory))


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
