"""The queue and the secrets, as the sandbox's AWS keeps them."""

import json
from collections.abc import Callable
from uuid import uuid4

import pytest

from chalice_app.adapters.inventory_queue import InventoryQueue
from chalice_app.adapters.queue import SQS, PressQueue
from chalice_app.adapters.secrets import Secrets
from chalice_app.adapters.secrets_manager import MANAGER, SecretsManager
from chalice_app.domain.inventory import Turn
from chalice_app.errors import TryAgainError
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.shapes import ACCOUNT, Client
from tests.fakes.light_aws import light

BODY = "payload=%7B%22type%22%3A+%22%C3%A9%22%7D"


@pytest.fixture
def name() -> str:
    """Give a name that no other test has used."""
    return f"it-{uuid4()}"


@pytest.fixture
def sqs(aws: LocalAws) -> Client:
    return aws.client("sqs")


@pytest.fixture
def queue(aws: LocalAws, name: str) -> PressQueue:
    return PressQueue(light(aws, SQS), ACCOUNT, name)


def test_a_press_is_handed_on_as_it_came(
    sqs: Client, queue: PressQueue, name: str
) -> None:
    url = sqs.create_queue(QueueName=name)["QueueUrl"]

    queue.put(BODY, "1531420618", "v0=a2")

    (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    assert json.loads(message["Body"]) == {
        "body": BODY,
        "timestamp": "1531420618",
        "signature": "v0=a2",
    }


def test_a_press_is_soon_handed_over_again(
    sqs: Client, queue: PressQueue, name: str
) -> None:
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    queue.put(BODY, "1531420618", "v0=a2")
    (first,) = sqs.receive_message(QueueUrl=url, VisibilityTimeout=180)["Messages"]

    queue.soon(first["ReceiptHandle"], 0)

    (again,) = sqs.receive_message(QueueUrl=url)["Messages"]
    assert again["MessageId"] == first["MessageId"]


def test_a_page_is_ordered(aws: LocalAws, sqs: Client, name: str) -> None:
    url = sqs.create_queue(QueueName=name)["QueueUrl"]

    InventoryQueue(light(aws, SQS), ACCOUNT, name).order(Turn(inventory=3, page=2))

    (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    assert json.loads(message["Body"]) == {"inventory": 3, "page": 2}


def test_a_press_that_cannot_be_handed_on_is_an_error(queue: PressQueue) -> None:
    """Bolt then answers 500, and Slack shows the presser that it did not work."""
    with pytest.raises(TryAgainError, match="QueueDoesNotExist"):
        queue.put(BODY, "1531420618", "v0=a2")
    with pytest.raises(TryAgainError):
        queue.soon("receipt", 5)


@pytest.fixture
def vault(aws: LocalAws, name: str) -> SecretsManager:
    return SecretsManager(light(aws, MANAGER), f"{name}/{{}}".format)


@pytest.fixture
def made(aws: LocalAws, name: str) -> Callable[..., Client]:
    """Give a function that makes a secret of this test, and then its client."""
    manager = aws.client("secretsmanager")

    def make(part: str, **content: str) -> Client:
        manager.create_secret(Name=f"{name}/{part}", **content)
        return manager

    return make


def test_a_secret_is_read_once_and_without_the_line_end(
    vault: SecretsManager, made: Callable[..., Client], name: str
) -> None:
    manager = made("slack-token", SecretString="xoxb-1\n")
    secrets = Secrets(vault)
    assert secrets.token() == "xoxb-1"

    manager.put_secret_value(SecretId=f"{name}/slack-token", SecretString="xoxb-2")

    assert secrets.token() == "xoxb-1"


def test_the_two_secrets_are_two(
    vault: SecretsManager, made: Callable[..., Client]
) -> None:
    made("slack-token", SecretString="xoxb-1")
    made("slack-signing-secret", SecretString="s")

    assert Secrets(vault).signing_secret() == "s"


def test_a_secret_not_filled_yet_is_asked_for_again(
    vault: SecretsManager, made: Callable[..., Client], name: str
) -> None:
    manager = made("slack-token")
    secrets = Secrets(vault)

    with pytest.raises(TryAgainError, match="slack-token"):
        secrets.token()
    manager.put_secret_value(SecretId=f"{name}/slack-token", SecretString="xoxb-1")

    assert secrets.token() == "xoxb-1"


def test_the_previous_version_is_there_after_a_change_only(
    vault: SecretsManager, made: Callable[..., Client], name: str
) -> None:
    manager = made("slack-token", SecretString="xoxb-1")
    assert vault.previous("slack-token") is None

    manager.put_secret_value(SecretId=f"{name}/slack-token", SecretString="xoxb-2")

    previous = vault.previous("slack-token")
    assert previous
    assert (vault.current("slack-token").text, previous.text) == ("xoxb-2", "xoxb-1")


def test_secrets_manager_that_refuses_is_tried_again(vault: SecretsManager) -> None:
    with pytest.raises(TryAgainError, match="no-such: ResourceNotFoundException"):
        vault.current("no-such")
