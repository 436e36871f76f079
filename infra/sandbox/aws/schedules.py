"""EventBridge's schedules: they beat when they are asked to, and when time jumps."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

from ministack.core.responses import request_scope
from ministack.services import eventbridge

from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.shapes import Json, Place

Key = tuple[str, str, str]


@dataclass(slots=True)
class Schedules:
    clock: Clock
    started: float  # when the sandbox did
    beaten: dict[Key, float] = field(default_factory=dict)

    def beat(self, name: str) -> list[str]:
        """Let the enabled schedules whose name holds this beat now; name them."""
        found = [(key, rule) for key, rule in _scheduled() if name in rule["Name"]]
        for key, rule in found:
            self._beat(key, rule)
        return [rule["Name"] for _key, rule in found]

    def catch_up(self) -> None:
        """Let what goes to a topic beat once, if it was due in the time that passed.

        The sweep goes to no topic: whoever travels in time calls it, and waits for it.
        """
        now = self.clock.epoch()
        for key, rule in _scheduled():
            rate = eventbridge._parse_rate_seconds(rule["ScheduleExpression"])
            # CloudFormation's rules do not say when they were made.
            made = float(rule.get("CreationTime", self.started))
            last = self.beaten.get(key, made)
            topic = any(":sns:" in it["Arn"] for it in _targets(key))
            if topic and rate and now - last >= rate:
                self._beat(key, rule)

    def _beat(self, key: Key, rule: Json) -> None:
        self.beaten[key] = now = self.clock.epoch()
        place = Place(account=key[0], region=key[1])
        event = _event(rule, place, now)
        with request_scope(place.account, place.region):
            view = eventbridge._pattern_event_view(event)
            for target in _targets(key):
                eventbridge._invoke_target(target, event, rule, view)


def _scheduled() -> Iterator[tuple[Key, Json]]:
    for key, rule in list(eventbridge._rules._data.items()):
        if rule.get("ScheduleExpression") and rule["State"] == "ENABLED":
            yield key, rule


def _targets(key: Key) -> list[Json]:
    return list(eventbridge._targets._data.get(key, ()))


def _event(rule: Json, place: Place, now: float) -> Json:
    return {
        "EventId": str(uuid.uuid4()),
        "Source": "aws.events",
        "DetailType": "Scheduled Event",
        "Detail": "{}",
        "EventBusName": "default",
        "Time": int(now),
        "Resources": [rule["Arn"]],
        "Account": place.account,
        "Region": place.region,
    }
