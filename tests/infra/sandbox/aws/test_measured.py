"""CloudWatch measures what Lambdas print, how they end, and when they are silent."""

import json
from typing import Any

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.measured import embedded
from tests.infra.sandbox.aws.functions import function
from tests.infra.sandbox.aws.test_alarms import TOPIC, let_cloudwatch_in

LINE = {
    "_aws": {
        "Timestamp": 0,
        "CloudWatchMetrics": [
            {
                "Namespace": "Reprieve",
                "Dimensions": [["Stage"]],
                "Metrics": [{"Name": "Beat", "Unit": "Milliseconds"}],
            }
        ],
    },
    "Stage": "dev",
    "Beat": 12.5,
    "case": "k7q2",
}
SILENCE = {
    "Namespace": "Reprieve",
    "MetricName": "Beat",
    "Dimensions": [{"Name": "Stage", "Value": "dev"}],
    "Statistic": "SampleCount",
    "Period": 300,
    "EvaluationPeriods": 3,
    "Threshold": 1,
    "ComparisonOperator": "LessThanThreshold",
    "TreatMissingData": "breaching",
}
ERRORS = {
    "Namespace": "AWS/Lambda",
    "MetricName": "Errors",
    "Dimensions": [{"Name": "FunctionName", "Value": "worker"}],
    "Statistic": "Sum",
    "Period": 300,
    "EvaluationPeriods": 1,
    "Threshold": 2,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
}


@pytest.fixture
def heard(aws: LocalAws) -> LocalAws:
    """Give an AWS whose notices reach Ada."""
    sns = aws.client("sns")
    sns.create_topic(Name="notices")
    sns.subscribe(TopicArn=TOPIC, Protocol="email", Endpoint="ada@example.com")
    let_cloudwatch_in(aws)
    return aws


def alarm(aws: LocalAws, **what: Any) -> None:
    aws.client("cloudwatch").put_metric_alarm(
        AlarmName="watched", AlarmActions=[TOPIC], OKActions=[TOPIC], **what
    )


def states(aws: LocalAws) -> list[str]:
    return [json.loads(mail["body"])["NewStateValue"] for mail in aws.mailbox()]


def invoke(aws: LocalAws) -> None:
    aws.client("lambda").invoke(FunctionName="worker")


def test_silence_rings_once_when_all_its_periods_have_passed(heard: LocalAws) -> None:
    function(heard, f"print({json.dumps(json.dumps(LINE))})")
    alarm(heard, **SILENCE)
    assert states(heard) == []

    heard.wait(899)
    assert states(heard) == []
    heard.wait(2)

    assert states(heard) == ["ALARM"]
    heard.wait(900)
    assert states(heard) == ["ALARM"]
    invoke(heard)
    assert states(heard) == ["ALARM", "OK"]
    heard.wait(600)
    invoke(heard)
    heard.wait(850)
    assert states(heard) == ["ALARM", "OK"]
    heard.wait(60)
    assert states(heard) == ["ALARM", "OK", "ALARM"]


def test_errors_add_up_within_a_period_and_only_there(heard: LocalAws) -> None:
    function(heard, "raise ValueError")
    alarm(heard, **ERRORS)

    invoke(heard)
    heard.wait(301)
    invoke(heard)
    assert "ALARM" not in states(heard)
    invoke(heard)

    assert states(heard)[-1] == "ALARM"


def test_the_age_of_a_message_is_measured(heard: LocalAws) -> None:
    sqs = heard.client("sqs")
    url = sqs.create_queue(QueueName="actions")["QueueUrl"]
    oldest = {"Namespace": "AWS/SQS", "MetricName": "ApproximateAgeOfOldestMessage"}
    named = [{"Name": "QueueName", "Value": "actions"}]
    compared = "GreaterThanThreshold"
    rest = {"Dimensions": named, "Threshold": 0, "ComparisonOperator": compared}
    alarm(heard, **{**ERRORS, **oldest, **rest})
    assert "ALARM" not in states(heard)

    sqs.send_message(QueueUrl=url, MessageBody="a press")

    assert states(heard)[-1] == "ALARM"


def test_what_is_measured_can_be_asked_for(heard: LocalAws) -> None:
    function(heard, f"print({json.dumps(json.dumps(LINE))})")
    invoke(heard)

    found = heard.client("cloudwatch").list_metrics(Namespace="Reprieve")["Metrics"]

    [metric] = found
    assert metric["MetricName"] == "Beat"
    assert metric["Dimensions"] == [{"Name": "Stage", "Value": "dev"}]


@pytest.mark.parametrize(
    "line", ["", "a line", '{"_aws"', '{"_aws": {}}', '{"_aws": 1}', '"_aws"']
)
def test_a_line_of_no_metric_measures_nothing(line: str) -> None:
    assert list(embedded(line)) == []


def test_a_line_of_the_format_is_read() -> None:
    [read] = embedded(json.dumps(LINE))

    assert read == ("Reprieve", "Beat", 12.5, "Milliseconds", {"Stage": "dev"})
