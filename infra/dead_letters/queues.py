"""The dead letters' two queues in AWS, and where what lies there is sent again."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click
from botocore.exceptions import ClientError

from infra.dead_letters.letter import Letter, Raw, read_event_letter, read_press_letter
from infra.operator.installation import asking_aws, session_of
from infra.operator.wording import say

if TYPE_CHECKING:
    from mypy_boto3_sqs.type_defs import MessageTypeDef

# While they are read nobody else reads them; SQS shows each once in this time.
_SECONDS_HELD = 60
_NO_QUEUE = frozenset({"NonExistentQueue", "QueueDoesNotExist"})


@contextmanager
def asking(stage: str) -> Iterator[None]:
    """End the command in one sentence where there is no such stage, or AWS refuses."""
    with asking_aws():
        try:
            yield
        except ClientError as error:
            if _NO_QUEUE.isdisjoint(error.response["Error"]["Code"].split(".")):
                raise
            raise click.ClickException(say("account.no_stage", stage=stage)) from error


class DeadLetters:
    def __init__(self, stage: str, profile: str | None) -> None:
        self._stage = stage
        self._session = session_of(profile)
        self._sqs = self._session.client("sqs")
        self._held: dict[str, Letter] = {}

    def all(self) -> tuple[Letter, ...]:
        """Take the letters of both queues in hand, the oldest first."""
        events = self._url("dead-letters")
        news = [read_event_letter(raw, self._topic) for raw in self._raw(events)]
        presses = map(read_press_letter, self._raw(self._url("actions-dead-letters")))
        letters = tuple(sorted([*news, *presses], key=_age))
        self._held = {it.raw.id: it for it in letters}
        return letters

    def publish(self, message: str) -> None:
        self._session.client("sns").publish(TopicArn=self._topic, Message=message)

    def invoke(self, function: str, payload: Mapping[str, Any]) -> None:
        """Give a function an event once more; what fails comes back as a letter."""
        self._session.client("lambda").invoke(
            FunctionName=f"reprieve-{self._stage}-{function}",
            InvocationType="Event",
            Payload=json.dumps(payload).encode(),
        )

    def remove(self, letter: Letter) -> None:
        self._sqs.delete_message(
            QueueUrl=letter.raw.queue_url, ReceiptHandle=letter.raw.receipt
        )
        del self._held[letter.raw.id]

    def give_back(self) -> None:
        """Let the next reader see at once what was not removed."""
        for letter in self._held.values():
            self._sqs.change_message_visibility(
                QueueUrl=letter.raw.queue_url,
                ReceiptHandle=letter.raw.receipt,
                VisibilityTimeout=0,
            )

    @cached_property
    def _topic(self) -> str:
        """Name the topic of this stage as its queue is named."""
        told = self._sqs.get_queue_attributes(
            QueueUrl=self._url("dead-letters"), AttributeNames=["QueueArn"]
        )
        _, partition, _, region, account, _ = told["Attributes"]["QueueArn"].split(":")
        return f"arn:{partition}:sns:{region}:{account}:reprieve-{self._stage}-news"

    def _url(self, part: str) -> str:
        name = f"reprieve-{self._stage}-{part}"
        return self._sqs.get_queue_url(QueueName=name)["QueueUrl"]

    def _raw(self, url: str) -> list[Raw]:
        found: dict[str, Raw] = {}
        while messages := self._sqs.receive_message(
            QueueUrl=url,
            MaxNumberOfMessages=10,
            MessageSystemAttributeNames=["SentTimestamp"],
            MessageAttributeNames=["All"],
            VisibilityTimeout=_SECONDS_HELD,
            WaitTimeSeconds=1,
        ).get("Messages"):
            found |= {it["MessageId"]: _read(it, url) for it in messages}
        return list(found.values())


def _age(letter: Letter) -> tuple[datetime, str]:
    return letter.raw.sent_at, letter.raw.id


def _read(message: "MessageTypeDef", url: str) -> Raw:
    sent = int(message["Attributes"]["SentTimestamp"]) / 1000
    said = message.get("MessageAttributes", {})
    return Raw(
        id=message["MessageId"],
        body=message["Body"],
        sent_at=datetime.fromtimestamp(sent, UTC),
        queue_url=url,
        receipt=message["ReceiptHandle"],
        attributes={name: it.get("StringValue", "") for name, it in said.items()},
    )
