"""Events, notifications and messages that come twice, late, in disorder or never."""

import json
import time
from typing import TYPE_CHECKING

import pytest

from infra.sandbox.aws.late_deliveries import moments
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.faults.fault import Fault, Kind
from infra.sandbox.faults.switches import Switches
from tests.infra.sandbox.aws.functions import allow, function, logged
from tests.infra.sandbox.aws.watching import messages, queue, rule_to, statement

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

PRINT = "import json; print(json.dumps(event))"
QUEUE_READS = {"Effect": "Allow", "Action": ["sqs:*", "logs:*"], "Resource": "*"}


@pytest.fixture
def heard(aws: LocalAws) -> str:
    url, arn = queue(aws, "heard", statement("arn:aws:sqs:*:*:heard"))
    rule_to(aws, arn)
    return url


def names(aws: LocalAws, url: str) -> list[str]:
    bodies = [json.loads(one["Body"]) for one in messages(aws, url)]
    return [body["detail"]["eventName"] for body in bodies]


def test_an_event_may_come_twice_or_never(
    aws: LocalAws, kms: "KMSClient", key: str, heard: str, aws_faults: Switches
) -> None:
    names(aws, heard)
    aws_faults.set("trail", "DisableKey", "twice")
    aws_faults.set("trail", "EnableKey", "gone")

    kms.disable_key(KeyId=key)
    kms.enable_key(KeyId=key)

    assert names(aws, heard) == ["DisableKey", "DisableKey"]
    assert [one["eventName"] for one in aws.trail()][-1] == "EnableKey"


def test_a_late_event_comes_after_a_younger_one(
    aws: LocalAws, kms: "KMSClient", key: str, heard: str, aws_faults: Switches
) -> None:
    aws_faults.set("trail", "DisableKey", "late", seconds=0.2)
    seen = names(aws, heard)
    kms.disable_key(KeyId=key)
    kms.enable_key(KeyId=key)

    end = time.monotonic() + 15
    while "DisableKey" not in seen and time.monotonic() < end:
        seen += names(aws, heard)

    assert [name for name in seen if "able" in name] == ["EnableKey", "DisableKey"]


def test_a_shuffled_delivery_comes_within_its_window() -> None:
    fault = Fault(where="trail", kind=Kind.SHUFFLED, seconds=5)
    [moment] = moments(fault)
    assert 0 <= moment < fault.seconds


def test_sns_may_bring_a_notification_twice(
    aws: LocalAws, aws_faults: Switches
) -> None:
    worker = function(aws, PRINT)
    sns = aws.client("sns")
    topic = sns.create_topic(Name="news")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="lambda", Endpoint=worker)
    allow(aws, "sns", topic)
    aws_faults.set("sns", "Deliver", "twice")

    sns.publish(TopicArn=topic, Message="once")

    told = [one["Records"][0]["Sns"]["MessageId"] for one in logged(aws, at_least=2)]
    assert told == [told[0], told[0]]


def bodies(aws: LocalAws, sent: list[str], *, at_least: int) -> list[str]:
    """Send these to a queue that a worker reads, and give what it was brought."""
    url, arn = queue(aws, "presses")
    worker = function(aws, PRINT, QUEUE_READS)
    for body in sent:
        aws.client("sqs").send_message(QueueUrl=url, MessageBody=body)
    aws.client("lambda").create_event_source_mapping(
        EventSourceArn=arn, FunctionName=worker, BatchSize=1
    )
    return [one["Records"][0]["body"] for one in logged(aws, at_least)]


def test_sqs_may_bring_a_message_twice(aws: LocalAws, aws_faults: Switches) -> None:
    aws_faults.set("sqs", "Deliver", "twice")
    assert bodies(aws, ["one"], at_least=2) == ["one", "one"]


def test_sqs_may_bring_a_message_late(aws: LocalAws, aws_faults: Switches) -> None:
    aws_faults.set("sqs", "Deliver", "late", seconds=3)
    assert bodies(aws, ["late", "next"], at_least=2) == ["next", "late"]
