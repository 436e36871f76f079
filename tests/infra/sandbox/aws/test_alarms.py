"""An alarm on a queue measures it, and reaches people if its topic lets it."""

import json

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.watching import HERE, policy

TOPIC = f"arn:aws:sns:{HERE}:notices"


@pytest.fixture
def queue_url(aws: LocalAws) -> str:
    """Give a queue with an alarm, whose topic mails to Ada once CloudWatch may."""
    url = str(aws.client("sqs").create_queue(QueueName="dead")["QueueUrl"])
    aws.client("sns").create_topic(Name="notices")
    aws.client("sns").subscribe(
        TopicArn=TOPIC, Protocol="email", Endpoint="ada@example.com"
    )
    aws.client("cloudwatch").put_metric_alarm(
        AlarmName="dead-letters",
        Namespace="AWS/SQS",
        MetricName="ApproximateNumberOfMessagesVisible",
        Dimensions=[{"Name": "QueueName", "Value": "dead"}],
        Statistic="Maximum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=0,
        ComparisonOperator="GreaterThanThreshold",
        AlarmActions=[TOPIC],
    )
    return url


def let_cloudwatch_in(aws: LocalAws) -> None:
    allowed = {
        "Effect": "Allow",
        "Principal": {"Service": "cloudwatch.amazonaws.com"},
        "Action": "sns:Publish",
        "Resource": TOPIC,
        "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}},
    }
    aws.client("sns").set_topic_attributes(
        TopicArn=TOPIC, AttributeName="Policy", AttributeValue=policy(allowed)
    )


def test_a_message_rings_once_and_again_after_the_queue_was_empty(
    aws: LocalAws, queue_url: str
) -> None:
    let_cloudwatch_in(aws)
    sqs = aws.client("sqs")
    assert aws.mailbox() == []

    for rung in (1, 2):
        sqs.send_message(QueueUrl=queue_url, MessageBody="lost")
        assert len(aws.mailbox()) == rung
        assert len(aws.mailbox()) == rung
        sqs.purge_queue(QueueUrl=queue_url)
        assert len(aws.mailbox()) == rung

    told = json.loads(aws.mailbox()[0]["body"])
    assert (told["AlarmName"], told["NewStateValue"]) == ("dead-letters", "ALARM")


def test_a_topic_that_does_not_let_cloudwatch_in_stays_silent(
    aws: LocalAws, queue_url: str
) -> None:
    aws.client("sqs").send_message(QueueUrl=queue_url, MessageBody="lost")

    assert aws.mailbox() == []
    [sentence] = aws.denied()
    assert sentence.startswith("cloudwatch.amazonaws.com may not call sns:Publish")
