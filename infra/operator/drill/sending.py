"""Hands a drill to EventBridge, once its rule is known to be there and enabled."""

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from chalice_app.domain.drill import DETAIL_TYPE, SOURCE
from infra.operator.installation import Installation
from infra.operator.wording import say

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_events.type_defs import PutEventsResultEntryTypeDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """`id` is the event's, which EventBridge gives; `seconds`: until it answered."""

    id: str
    seconds: float


def send(here: Installation) -> Sent:
    """Send a drill; a drill that nothing would take is not sent at all."""
    stage, events = here.settings.stage, here.session.client("events")
    states = _states(events, stage)
    if not states:
        raise click.ClickException(say("test-alert.no_rule", stage=stage))
    if "DISABLED" in states.values():
        raise click.ClickException(say("test-alert.rule_off", rule=", ".join(states)))
    begun = time.monotonic()
    detail = json.dumps({"stage": stage})
    answer = events.put_events(
        Entries=[{"Source": SOURCE, "DetailType": DETAIL_TYPE, "Detail": detail}]
    )
    seconds, [told] = time.monotonic() - begun, answer["Entries"]
    return Sent(id=event_id(told), seconds=seconds)


def event_id(told: "PutEventsResultEntryTypeDef") -> str:
    """Read what became of an event: PutEvents answers 200 even if it took none."""
    if "EventId" not in told:
        code, why = told.get("ErrorCode", ""), told.get("ErrorMessage", "")
        raise click.ClickException(say("test-alert.not_taken", code=code, why=why))
    return told["EventId"]


def _states(events: "EventBridgeClient", stage: str) -> dict[str, str]:
    """Find the rule by its pattern: its name is CloudFormation's to choose."""
    pages = events.get_paginator("list_rules").paginate(EventBusName="default")
    rules = [rule for page in pages for rule in page["Rules"]]
    return {
        rule["Name"]: rule["State"]
        for rule in rules
        if _takes(rule.get("EventPattern", "{}"), stage)
    }


def _takes(pattern: str, stage: str) -> bool:
    wanted = json.loads(pattern)
    return (wanted.get("source"), wanted.get("detail")) == (
        [SOURCE],
        {"stage": [stage]},
    )
