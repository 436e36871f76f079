"""CloudWatch alarms on queues, which the emulator keeps but never measures."""

import time
from collections.abc import Iterator

from ministack.core.responses import request_scope
from ministack.services import cloudwatch, sns, sqs

from infra.sandbox.aws.service_policies import Denied, ServiceCall
from infra.sandbox.aws.shapes import Json

_METRIC = ("AWS/SQS", "ApproximateNumberOfMessagesVisible")


def install(denied: Denied) -> None:
    emulator = cloudwatch._dispatch_alarm_actions

    def dispatch(alarm: Json, old: str, new: str, reason: str) -> None:
        topics = [
            topic
            for topic in alarm.get("AlarmActions", ())
            if _lets_in(denied, alarm, topic)
        ]
        emulator({**alarm, "AlarmActions": topics}, old, new, reason)

    cloudwatch._dispatch_alarm_actions = dispatch


def _lets_in(denied: Denied, alarm: Json, topic: str) -> bool:
    found = sns.topic_policy_for_arn(topic)
    call = ServiceCall(
        service="cloudwatch.amazonaws.com",
        action="sns:Publish",
        resource=topic,
        source=alarm["AlarmArn"],
    )
    return denied.allows(found and found[0], call)


def measure() -> None:
    for (account, region, _name), alarm in list(cloudwatch._alarms._data.items()):
        if (alarm.get("Namespace"), alarm.get("MetricName")) == _METRIC:
            with request_scope(account, region):
                _judge(alarm, sum(_waiting(alarm)))


def _judge(alarm: Json, waiting: int) -> None:
    before = alarm["StateValue"]
    now = "ALARM" if waiting > alarm["Threshold"] else "OK"
    alarm["StateValue"] = now
    if now not in {before, "OK"}:
        reason = f"{waiting} messages are waiting."
        cloudwatch._dispatch_alarm_actions(alarm, before, now, reason)


def _waiting(alarm: Json) -> Iterator[bool]:
    dimensions = alarm.get("Dimensions", ())
    for name in (d["Value"] for d in dimensions if d["Name"] == "QueueName"):
        queue = sqs._queues.get(sqs._queue_url(name)) or {"messages": []}
        for message in queue["messages"]:
            yield message["visible_at"] <= time.time()
