"""Queues, logs and Lambdas, as an administrator sees and starts them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.aws.shapes import ACCOUNT, Client
from infra.sandbox.scene import Scene
from tests.stories.permissions import FUNCTIONS

_DELAYED = "ApproximateNumberOfMessagesDelayed"


def call(scene: Scene, name: str, *, sign: str = "", once: bool = False) -> None:
    """Start a function with an event that it cannot read, once or three times."""
    scene.world.aws.client("lambda").invoke(
        FunctionName=FUNCTIONS[name],
        Payload=json.dumps({"sign": sign}),
        InvocationType="RequestResponse" if once else "Event",
    )


def item(scene: Scene, pk: str, sk: str) -> str:
    """Give an item of the table as text."""
    table = scene.world.aws.client("dynamodb")
    key = {"pk": {"S": pk}, "sk": {"S": sk}}
    told = table.get_item(TableName=f"reprieve-{STAGE}-cases", Key=key)
    return str(told.get("Item", ""))


def forgotten(scene: Scene, pk: str, sk: str) -> None:
    """Take an item out of the table, as only an administrator can."""
    table = scene.world.aws.client("dynamodb")
    key = {"pk": {"S": pk}, "sk": {"S": sk}}
    table.delete_item(TableName=f"reprieve-{STAGE}-cases", Key=key)


def send(scene: Scene, body: str, queue: str = "actions") -> None:
    queues, url = _queue(scene, queue)
    queues.send_message(QueueUrl=url, MessageBody=body)


def left(scene: Scene) -> str:
    """Give the first ten dead letters as text, and leave them."""
    queues, url = _queue(scene, "dead-letters")
    told = queues.receive_message(
        QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=0
    )
    return str(told.get("Messages", ""))


def emptied(scene: Scene) -> None:
    """Take all dead letters away, so that the next one is among the first ten."""
    queues, url = _queue(scene, "dead-letters")
    queues.purge_queue(QueueUrl=url)


@contextmanager
def look_ordered(scene: Scene) -> Iterator[None]:
    """Verify that the queue of presses then holds a message back."""
    queues, url = _queue(scene, "actions")
    queues.purge_queue(QueueUrl=url)
    yield
    scene.verify(
        "A second look is ordered for later.",
        lambda: _count(scene, "actions", _DELAYED),
        lambda found: found > 0,
    )


def streams(scene: Scene, name: str) -> int:
    """Count the streams in a function's log: the sandbox makes one for each call."""
    logs = scene.world.aws.client("logs")
    group = f"/aws/lambda/{FUNCTIONS[name]}"
    found = logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]
    if group not in [one["logGroupName"] for one in found]:
        return 0
    pages = logs.get_paginator("describe_log_streams").paginate(logGroupName=group)
    return sum(len(page["logStreams"]) for page in pages)


def _count(scene: Scene, queue: str, what: str) -> int:
    queues, url = _queue(scene, queue)
    told = queues.get_queue_attributes(QueueUrl=url, AttributeNames=[what])
    return int(told["Attributes"][what])


def _queue(scene: Scene, name: str) -> tuple[Client, str]:
    queues = scene.world.aws.client("sqs")
    url = f"{queues.meta.endpoint_url}/{ACCOUNT}/reprieve-{STAGE}-{name}"
    return queues, url
