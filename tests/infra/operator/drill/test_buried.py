"""A drill that was left behind is found among the dead letters, and stays there."""

import json
from collections.abc import Iterator

import boto3
import pytest
from moto import mock_aws

from infra.operator.drill.buried import buried
from infra.sandbox.aws.shapes import REGION
from tests.fakes.drills import ID, drill_event
from tests.fakes.news import record

QUEUES = ("reprieve-dev-dead-letters", "reprieve-dev-actions-dead-letters")


@pytest.fixture(autouse=True)
def url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    with mock_aws():
        sqs = boto3.client("sqs")
        events, _ = (sqs.create_queue(QueueName=it)["QueueUrl"] for it in QUEUES)
        yield events


def put(url: str, event: object, code: str = "") -> None:
    said = {"DataType": "String", "StringValue": code}
    boto3.client("sqs").send_message(
        QueueUrl=url,
        MessageBody=json.dumps(event),
        MessageAttributes={"ERROR_CODE": said} if code else {},
    )


def test_it_says_who_left_it_and_why(url: str) -> None:
    put(url, record("DisableKey"), "THROTTLING")
    put(url, drill_event(), "NO_PERMISSIONS\x1b[2J")

    told = buried(ID, "dev", None)

    assert told.endswith("left by rule: NO_PERMISSIONS\\u001b[2J")
    assert buried(ID, "dev", None) == told


def test_another_letter_is_not_the_drill(url: str) -> None:
    put(url, record("DisableKey"))

    assert "not among the dead letters" in buried(ID, "dev", None)
