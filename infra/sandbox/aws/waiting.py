"""Lets time pass for leases and queues, and tells what is under way."""

import time

from ministack.services import lambda_svc, sqs

from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.events import Events
from infra.sandbox.aws.invocations import Invocations
from infra.sandbox.aws.shapes import Json

_DAY = 86400


def pass_by(clock: Clock, seconds: float) -> None:
    # SQS keeps real time: the time when a press was sent is compared with Slack's.
    clock.advance(seconds / _DAY)
    for message in _messages():
        message["visible_at"] -= seconds


def under_way(events: Events, invocations: Invocations) -> Json:
    """Count what runs, and say in how many seconds each message of a queue is due."""
    batches = sum(lambda_svc._esm_inflight.values())
    asynchronous = len(events.pending) + len(invocations.waiting)
    now = time.time()
    return {
        "running": asynchronous + batches,
        "asynchronous": asynchronous,
        "due": [_due(one, now) for one in _polled()],
    }


def _due(message: Json, now: float) -> float:
    return float(message["visible_at"] - now)


def _polled() -> list[Json]:
    # Nobody polls the dead letters, so they wait for nothing.
    sources = {one["EventSourceArn"] for one in lambda_svc._esms._data.values()}
    return [
        message
        for queue in list(sqs._queues._data.values())
        if queue["attributes"]["QueueArn"] in sources
        for message in list(queue["messages"])
    ]


def _messages() -> list[Json]:
    queues = list(sqs._queues._data.values())
    return [message for queue in queues for message in list(queue["messages"])]
