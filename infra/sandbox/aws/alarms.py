"""CloudWatch alarms on queues, which the emulator keeps but never measures."""

import time
from collections.abc import Iterator

from ministack.core.responses import request_scope
from ministack.services import cloudwatch, sns, sqs

from infra.sandbox.aws.service_policies import Denied, ServiceCall
from infra.sandbox.aws.shapes import Emulated, Json

_METRIC = ("AWS/SQS", "ApproximateNumberOfMessagesVisible")


def install(denied: Denied) -> None:
    emulator = cloudwatch._dispatch_alarm_actions

    def dispatch(alarm: Json, old: str, new: str, reason: str) -> None:
        allowed = {**alarm, "AlarmActions": _allowed(denied, alarm)}
        emulator(allowed, old, new, reason)

    cloudwatch._dispatch_alarm_actions = dispatch


def _allowed(denied: Denied, alarm: Json) -> list[str]:
    return [
        topic
        for topic in alarm.get("AlarmActions", [])
        if _lets_in(denied, alarm, topic)
    ]


def _lets_in(denied: Denied, alarm: Json, topic: str) -> bool:
    found = sns.topic_policy_for_arn(topic)
    return denied.allows(
        found and found[0],
        ServiceCall(
            service="cloudwatch.amazonaws.com",
            action="sns:Publish",
            resource=topic,
            source=alarm["AlarmArn"],
        ),
    )


def measure() -> None:
    """Counts the waiting messages of each queue that an alarm watches."""
    for (account, region, _name), alarm in list(cloudwatch._alarms._data.items()):
        if (alarm.get("Namespace"), alarm.get("MetricName")) == _METRIC:
            with request_scope(account, region):
                _judge(alarm, sum(_waiting(alarm)))


def _judge(alarm: Json, waiting: int) -> None:
    before, now = alarm["StateValue"], "ALARM" if waiting > alarm["Threshold"] else "OK"
    alarm["StateValue"] = now
    if before != now and (before, now) != ("INSUFFICIENT_DATA", "OK"):
        cloudwatch._dispatch_alarm_actions(
            alarm, before, now, f"{waiting} messages are waiting"
        )


def _waiting(alarm: Json) -> Iterator[bool]:
    names = [d["Value"] for d in alarm["Dimensions"] if d["Name"] == "QueueName"]
    for name in names:
        queue: Emulated = sqs._queues.get(sqs._queue_url(name)) or {"messages": []}
        yield from (
            message["visible_at"] <= time.time() for message in queue["messages"]
        )
