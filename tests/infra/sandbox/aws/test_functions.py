"""What reaches a Lambda function, and what becomes of what it cannot handle."""

import json
import time
from typing import Any

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.functions import LOGS, allow, function, logged
from tests.infra.sandbox.aws.watching import HERE, messages, queue

PRINT = "import json; print(json.dumps(event))"
DEAD = f"arn:aws:sqs:{HERE}:dead"
FROM_SNS = {
    "Effect": "Allow",
    "Principal": {"Service": "sns.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": DEAD,
}
SEND = {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": DEAD}


def subscribed(aws: LocalAws, target: str) -> str:
    arn = str(aws.client("sns").create_topic(Name="news")["TopicArn"])
    aws.client("sns").subscribe(
        TopicArn=arn,
        Protocol="lambda",
        Endpoint=target,
        Attributes={"RedrivePolicy": json.dumps({"deadLetterTargetArn": DEAD})},
    )
    return arn


def first_message(aws: LocalAws, url: str) -> dict[str, Any]:
    end = time.monotonic() + 15
    while time.monotonic() < end:
        found = messages(aws, url)
        if found:
            return dict(json.loads(found[0]["Body"]))
        time.sleep(0.05)
    raise AssertionError("No message came.")


def test_a_notification_has_every_field_that_lambda_gets(aws: LocalAws) -> None:
    topic = subscribed(aws, function(aws, PRINT))
    allow(aws, "sns", topic)

    aws.client("sns").publish(TopicArn=topic, Message="hello")

    [record] = logged(aws)[0]["Records"]
    note = record["Sns"]
    assert record["EventSource"] == "aws:sns"
    assert record["EventSubscriptionArn"].startswith(f"{topic}:")
    assert (note["Message"], note["Subject"], note["MessageAttributes"]) == (
        "hello",
        None,
        {},
    )
    assert {"SigningCertUrl", "UnsubscribeUrl", "Timestamp", "MessageId"} <= set(note)


def test_without_permission_a_notification_is_a_dead_letter(aws: LocalAws) -> None:
    url, _ = queue(aws, "dead", FROM_SNS)
    topic = subscribed(aws, function(aws, PRINT))

    aws.client("sns").publish(TopicArn=topic, Message="hello")

    assert first_message(aws, url)["Message"] == "hello"
    [sentence] = aws.denied()
    assert sentence.startswith("sns.amazonaws.com may not call lambda:InvokeFunction")


def test_a_function_that_fails_gets_two_more_tries_then_its_destination(
    aws: LocalAws,
) -> None:
    url, _ = queue(aws, "dead")
    body = f"{PRINT}; raise RuntimeError('boom')"
    topic = subscribed(aws, function(aws, body, [LOGS, SEND]))
    allow(aws, "sns", topic)
    aws.client("lambda").put_function_event_invoke_config(
        FunctionName="worker", DestinationConfig={"OnFailure": {"Destination": DEAD}}
    )

    aws.client("sns").publish(TopicArn=topic, Message="hello")

    failed = first_message(aws, url)
    assert failed["requestPayload"]["Records"][0]["Sns"]["Message"] == "hello"
    assert len(logged(aws)) == 3


def test_a_function_calls_kms_as_its_own_role(aws: LocalAws) -> None:
    key = aws.client("kms").create_key()["KeyMetadata"]["Arn"]
    kms = {"Effect": "Allow", "Action": "kms:EnableKey", "Resource": "*"}
    call = f"import boto3; boto3.client('kms').enable_key(KeyId='{key}')"
    function(aws, call, [LOGS, kms])

    aws.client("lambda").invoke(FunctionName="worker")

    record = aws.trail()[-1]
    assert record["eventName"] == "EnableKey"
    assert record["userIdentity"]["arn"] == (
        "arn:aws:sts::111122223333:assumed-role/worker/worker"
    )
    assert record["userIdentity"]["principalId"].startswith("AROA")
