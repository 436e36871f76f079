"""CloudWatch alarms, judged on the sandbox's clock whenever somebody looks."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ministack.core.responses import request_scope
from ministack.services import cloudwatch, sns

from infra.sandbox.aws.alarm_values import state
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.service_policies import Denied, ServiceCall
from infra.sandbox.aws.shapes import Json

_ACTIONS = {"ALARM": "AlarmActions", "OK": "OKActions"}
Dispatch = Callable[[Json, str, str, str], None]


@dataclass(slots=True)
class Alarms:
    clock: Clock
    watched_since: dict[str, float] = field(default_factory=dict)

    def install(self, denied: Denied) -> None:
        cloudwatch._evaluate_alarm = _not_yet
        emulator = cloudwatch._dispatch_alarm_actions
        cloudwatch._dispatch_alarm_actions = _asking(denied, emulator)

    def measure(self, *, settled: bool) -> None:
        """Judge each alarm; of silence only when no Lambda is at work any more."""
        for (account, region, _name), alarm in list(cloudwatch._alarms._data.items()):
            if settled or alarm["TreatMissingData"] != "breaching":
                with request_scope(account, region):
                    self._judge(alarm)

    def _judge(self, alarm: Json) -> None:
        now = self.clock.epoch()
        since = self.watched_since.setdefault(alarm["AlarmArn"], now)
        before, after = alarm["StateValue"], state(alarm, now, since)
        if after in {before, None}:
            return
        alarm["StateValue"] = after
        reason = f"The sandbox judged {alarm['EvaluationPeriods']} periods."
        cloudwatch._dispatch_alarm_actions(alarm, before, after, reason)


def _not_yet(_alarm: Json) -> None:
    """Judge no alarm when it is made: it is judged when somebody looks."""


def _asking(denied: Denied, emulator: Dispatch) -> Dispatch:
    def dispatch(alarm: Json, old: str, new: str, reason: str) -> None:
        actions = _ACTIONS.get(new, "InsufficientDataActions")
        topics = [it for it in alarm.get(actions, ()) if _lets_in(denied, alarm, it)]
        emulator({**alarm, actions: topics}, old, new, reason)

    return dispatch


def _lets_in(denied: Denied, alarm: Json, topic: str) -> bool:
    found = sns.topic_policy_for_arn(topic)
    call = ServiceCall(
        service="cloudwatch.amazonaws.com",
        action="sns:Publish",
        resource=topic,
        source=alarm["AlarmArn"],
    )
    return denied.allows(found and found[0], call)
