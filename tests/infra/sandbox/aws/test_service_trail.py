"""CloudTrail in the sandbox: calls of other services, and trails that are stopped."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from infra.sandbox.aws.account_trail import NAME, log_every_call
from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.watching import messages, queue, rule_to, statement

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


@pytest.fixture
def heard(aws: LocalAws) -> Iterator[str]:
    """Give a queue that hears every call that CloudTrail tells of."""
    url, arn = queue(
        aws, "heard", statement("arn:aws:sqs:eu-west-1:111122223333:heard")
    )
    rule_to(aws, arn)
    every = json.dumps({"detail-type": ["AWS API Call via CloudTrail"]})
    aws.client("events").put_rule(Name="all", EventPattern=every)
    yield url
    aws.record_services(on=False)


def told(aws: LocalAws, url: str) -> list[tuple[str, str, Any]]:
    events = [json.loads(it["Body"]) for it in messages(aws, url)]
    details = [(it["source"], it["detail"]) for it in events]
    return [
        (source, it["eventName"], it["requestParameters"]) for source, it in details
    ]


def test_calls_of_other_services_are_told_when_somebody_asks_for_them(
    aws: LocalAws, heard: str
) -> None:
    events, sns = aws.client("events"), aws.client("sns")
    topic = sns.create_topic(Name="t")["TopicArn"]
    events.put_rule(Name="quiet", EventPattern='{"source": ["a"]}')
    events.disable_rule(Name="quiet")
    assert told(aws, heard) == []

    aws.record_services(on=True)
    events.disable_rule(Name="quiet")
    sns.delete_topic(TopicArn=topic)
    sns.list_topics()
    functions = aws.client("lambda")
    with pytest.raises(functions.exceptions.ResourceNotFoundException):
        functions.delete_function(FunctionName="not-there")

    assert told(aws, heard) == [
        ("aws.events", "DisableRule", {"name": "quiet"}),
        ("aws.sns", "DeleteTopic", {"topicArn": topic}),
    ]


def test_a_secret_is_not_in_the_record(aws: LocalAws, heard: str) -> None:
    secrets = aws.client("secretsmanager")
    secrets.create_secret(Name="s")
    aws.record_services(on=True)

    secrets.put_secret_value(SecretId="s", SecretString="xoxb-planted")

    [(_, name, parameters)] = told(aws, heard)
    assert (name, parameters["secretId"]) == ("PutSecretValue", "s")
    assert "planted" not in json.dumps(aws.trail())


def test_a_trail_that_stops_is_the_last_that_eventbridge_hears(
    aws: LocalAws, heard: str, kms: "KMSClient", key: str
) -> None:
    log_every_call(aws)
    aws.record_services(on=True)
    trails = aws.client("cloudtrail")

    trails.stop_logging(Name=NAME)
    kms.disable_key(KeyId=key)

    assert [name for _, name, _ in told(aws, heard)][-1:] == ["StopLogging"]
    assert aws.trail()[-1]["eventName"] == "DisableKey"
    trails.start_logging(Name=NAME)
    kms.enable_key(KeyId=key)
    assert [name for _, name, _ in told(aws, heard)][-1:] == ["EnableKey"]
