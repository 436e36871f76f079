"""The queue, the notices topic and the secrets, as moto keeps them."""

import json
from collections.abc import Iterator

import boto3
import pytest
from botocore.exceptions import ClientError
from moto import mock_aws

from chalice_app.adapters.notices import NoticesTopic
from chalice_app.adapters.queue import PressQueue
from chalice_app.adapters.secrets import Secrets
from chalice_app.adapters.secrets_manager import SecretsManager
from chalice_app.errors import TryAgainError
from infra.sandbox.aws.shapes import REGION

ACCOUNT = "123456789012"  # moto's own
BODY = "payload=%7B%22type%22%3A+%22%C3%A9%22%7D"


@pytest.fixture
def aws() -> Iterator[boto3.Session]:
    with mock_aws():
        yield boto3.Session(region_name=REGION)


def test_a_press_is_handed_on_as_it_came(aws: boto3.Session) -> None:
    sqs = aws.client("sqs")
    url = sqs.create_queue(QueueName="reprieve-dev-actions")["QueueUrl"]

    PressQueue(sqs, ACCOUNT, "reprieve-dev-actions").put(BODY, "1531420618", "v0=a2")

    (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    assert json.loads(message["Body"]) == {
        "body": BODY,
        "timestamp": "1531420618",
        "signature": "v0=a2",
    }


def test_a_press_is_soon_handed_over_again(aws: boto3.Session) -> None:
    sqs = aws.client("sqs")
    url = sqs.create_queue(QueueName="reprieve-dev-actions")["QueueUrl"]
    queue = PressQueue(sqs, ACCOUNT, "reprieve-dev-actions")
    queue.put(BODY, "1531420618", "v0=a2")
    (first,) = sqs.receive_message(QueueUrl=url, VisibilityTimeout=180)["Messages"]

    queue.soon(first["ReceiptHandle"], 0)

    (again,) = sqs.receive_message(QueueUrl=url)["Messages"]
    assert again["MessageId"] == first["MessageId"]


def test_a_press_that_cannot_be_handed_on_is_an_error(aws: boto3.Session) -> None:
    """Bolt then answers 500, and Slack shows the presser that it did not work."""
    queue = PressQueue(aws.client("sqs"), ACCOUNT, "reprieve-dev-actions")

    with pytest.raises(ClientError):
        queue.put(BODY, "1531420618", "v0=a2")
    with pytest.raises(TryAgainError):
        queue.soon("receipt", 5)


def test_a_notice_is_published_with_its_subject(aws: boto3.Session) -> None:
    sns, sqs = aws.client("sns"), aws.client("sqs")
    topic = sns.create_topic(Name="reprieve-dev-notices")["TopicArn"]
    url = sqs.create_queue(QueueName="seen")["QueueUrl"]
    arn = f"arn:aws:sqs:{REGION}:{ACCOUNT}:seen"
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)

    NoticesTopic(sns, topic).send("[Reprieve] Saved", "All of it.")

    (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    seen = json.loads(message["Body"])
    assert (seen["Subject"], seen["Message"]) == ("[Reprieve] Saved", "All of it.")


def test_a_notice_that_sns_refuses_is_tried_again(aws: boto3.Session) -> None:
    topic = f"arn:aws:sns:{REGION}:{ACCOUNT}:reprieve-dev-notices"

    with pytest.raises(TryAgainError, match="NotFound"):
        NoticesTopic(aws.client("sns"), topic).send("subject", "body")


def secrets_of(aws: boto3.Session) -> Secrets:
    name = "reprieve/dev/{}".format
    return Secrets(SecretsManager(aws.client("secretsmanager"), name))


def test_a_secret_is_read_once_and_without_the_line_end(aws: boto3.Session) -> None:
    manager = aws.client("secretsmanager")
    manager.create_secret(Name="reprieve/dev/slack-token", SecretString="xoxb-1\n")
    secrets = secrets_of(aws)
    assert secrets.token() == "xoxb-1"

    manager.put_secret_value(SecretId="reprieve/dev/slack-token", SecretString="xoxb-2")

    assert secrets.token() == "xoxb-1"


def test_the_two_secrets_are_two(aws: boto3.Session) -> None:
    manager = aws.client("secretsmanager")
    manager.create_secret(Name="reprieve/dev/slack-token", SecretString="xoxb-1")
    manager.create_secret(Name="reprieve/dev/slack-signing-secret", SecretString="s")

    assert secrets_of(aws).signing_secret() == "s"


def test_a_secret_not_filled_yet_is_asked_for_again(aws: boto3.Session) -> None:
    manager = aws.client("secretsmanager")
    manager.create_secret(Name="reprieve/dev/slack-token")
    secrets = secrets_of(aws)

    with pytest.raises(TryAgainError, match="slack-token"):
        secrets.token()
    manager.put_secret_value(SecretId="reprieve/dev/slack-token", SecretString="xoxb-1")

    assert secrets.token() == "xoxb-1"


def test_the_previous_version_is_there_after_a_change_only(aws: boto3.Session) -> None:
    manager = aws.client("secretsmanager")
    manager.create_secret(Name="reprieve/dev/slack-token", SecretString="xoxb-1")
    vault = SecretsManager(manager, "reprieve/dev/{}".format)
    assert vault.previous("slack-token") is None

    manager.put_secret_value(SecretId="reprieve/dev/slack-token", SecretString="xoxb-2")

    previous = vault.previous("slack-token")
    assert previous
    assert (vault.current("slack-token").text, previous.text) == ("xoxb-2", "xoxb-1")


def test_secrets_manager_that_refuses_is_tried_again(aws: boto3.Session) -> None:
    vault = SecretsManager(aws.client("secretsmanager"), str)

    with pytest.raises(TryAgainError, match="no-such: ResourceNotFoundException"):
        vault.current("no-such")
