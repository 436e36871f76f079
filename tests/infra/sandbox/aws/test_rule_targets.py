"""Whether EventBridge gets to its target, and what becomes of the event if not."""

import json
from typing import TYPE_CHECKING, Any

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.watching import (
    HERE,
    RULE,
    messages,
    queue,
    rule_to,
    statement,
    topic,
)

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

DEAD = f"arn:aws:sqs:{HERE}:dead"


def mails_of(aws: LocalAws, **changes: Any) -> int:
    """Make a topic with a changed policy, and count the mails of one event."""
    arn = topic(aws, **changes)
    aws.client("sns").subscribe(TopicArn=arn, Protocol="email", Endpoint="a@b.example")
    rule_to(aws, arn)
    aws.client("kms").create_key()
    return len(aws.mailbox())


def test_a_topic_that_lets_eventbridge_in_gets_the_event(aws: LocalAws) -> None:
    assert mails_of(aws) == 1
    assert aws.denied() == []


@pytest.mark.parametrize(
    "changes",
    [
        {"Principal": {"Service": "s3.amazonaws.com"}},
        {"Principal": {"AWS": "arn:aws:iam::111122223333:root"}},
        {"Action": "sns:Subscribe"},
        {"Effect": "Deny"},
        {"Condition": {"ArnEquals": {"aws:SourceArn": f"{RULE}-other"}}},
        {"Condition": {"StringEquals": {"aws:SourceAccount": "999999999999"}}},
    ],
    ids=[
        "other service",
        "account",
        "other action",
        "deny",
        "source arn",
        "account id",
    ],
)
def test_a_topic_that_does_not_let_eventbridge_in_gets_nothing(
    aws: LocalAws, changes: dict[str, Any]
) -> None:
    assert mails_of(aws, **changes) == 0
    [sentence] = aws.denied()
    assert sentence == (
        f"events.amazonaws.com may not call sns:Publish on arn:aws:sns:{HERE}:news "
        f"for {RULE}: the resource's own policy does not allow it."
    )


@pytest.mark.parametrize(
    "condition",
    [
        {"ArnEquals": {"aws:SourceArn": RULE}},
        {"StringEquals": {"aws:SourceAccount": "111122223333"}},
        {"Bool": {"aws:SecureTransport": "true"}},
    ],
    ids=["source arn", "account id", "tls"],
)
def test_a_condition_that_is_met_lets_eventbridge_in(
    aws: LocalAws, condition: dict[str, Any]
) -> None:
    assert mails_of(aws, Condition=condition) == 1


def test_the_policy_of_a_new_topic_does_not_let_eventbridge_in(aws: LocalAws) -> None:
    arn = aws.client("sns").create_topic(Name="bare")["TopicArn"]
    rule_to(aws, arn)

    aws.client("kms").create_key()

    assert len(aws.denied()) == 1


def test_a_queue_without_a_policy_gets_nothing(aws: LocalAws, kms: "KMSClient") -> None:
    url, arn = queue(aws, "closed")
    rule_to(aws, arn)

    kms.create_key()

    assert messages(aws, url) == []
    assert len(aws.denied()) == 1


def test_a_refused_event_is_a_dead_letter_that_says_why(
    aws: LocalAws, kms: "KMSClient"
) -> None:
    arn = topic(aws, Effect="Deny")
    url, _ = queue(aws, "dead", statement(DEAD))
    rule_to(aws, arn, DeadLetterConfig={"Arn": DEAD})

    key = kms.create_key()["KeyMetadata"]["Arn"]

    [letter] = messages(aws, url)
    why = {n: v["StringValue"] for n, v in letter["MessageAttributes"].items()}
    assert json.loads(letter["Body"])["detail"]["resources"][0]["ARN"] == key
    assert why["ERROR_CODE"] == "NO_PERMISSIONS"
    assert (why["RULE_ARN"], why["TARGET_ARN"]) == (RULE, arn)


def test_an_event_for_a_topic_that_is_gone_is_a_dead_letter(
    aws: LocalAws, kms: "KMSClient"
) -> None:
    url, _ = queue(aws, "dead", statement(DEAD))
    rule_to(aws, f"arn:aws:sns:{HERE}:gone", DeadLetterConfig={"Arn": DEAD})

    kms.create_key()

    [letter] = messages(aws, url)
    assert letter["MessageAttributes"]["ERROR_CODE"]["StringValue"] == "NO_RESOURCE"


def test_dead_letters_need_a_queue_policy_too(aws: LocalAws, kms: "KMSClient") -> None:
    url, _ = queue(aws, "dead")
    rule_to(aws, f"arn:aws:sns:{HERE}:gone", DeadLetterConfig={"Arn": DEAD})

    kms.create_key()

    assert messages(aws, url) == []
    assert len(aws.denied()) == 1
