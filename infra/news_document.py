"""Writes the e-mail that pipeline.yaml makes of an event, as AWS would."""

import json
import re
from collections.abc import Mapping
from typing import NamedTuple, cast

from moto.events.models import EventPattern

from chalice_app.domain import heartbeat
from infra.event_rules import Rule, rules_of

# EventBridge sets no subject; SNS then uses this one.
SUBJECT = "AWS Notification Message"

_PLACEHOLDER = re.compile(r"<([^<>]+)>")
_STEP = re.compile(r"[^.\[\]]+")


class Email(NamedTuple):
    subject: str
    body: str


def render(template_text: str, event: Mapping[str, object]) -> Email | None:
    """Write the e-mail of an EventBridge event; None if no rule matches it."""
    matching = matching_rules(template_text, event)
    return Email(SUBJECT, transform(matching[0], event)) if matching else None


def matching_rules(template_text: str, event: Mapping[str, object]) -> tuple[Rule, ...]:
    """Give the rules that match an EventBridge event."""
    return tuple(rule for rule in rules_of(template_text) if _takes(rule, event))


def _takes(rule: Rule, event: Mapping[str, object]) -> bool:
    """Tell if a rule matches an event, or has sent it by its schedule."""
    if rule.schedule:
        beat = (heartbeat.SOURCE, heartbeat.DETAIL_TYPE)
        return (event.get("source"), event.get("detail-type")) == beat
    return bool(EventPattern(None, rule.pattern).matches_event(event))


def transform(rule: Rule, event: Mapping[str, object]) -> str:
    """Fill a rule's InputTemplate from an event."""
    values = {name: _at(path, event) for name, path in rule.paths.items()}
    values["aws.events.event.json"] = event
    return _PLACEHOLDER.sub(lambda found: _written(values[found[1]]), rule.template)


def _at(path: str, event: object) -> object:
    _root, *steps = _STEP.findall(path)
    for step in steps:
        event = _child(event, step)
    return event


def _child(value: object, step: str) -> object:
    # EventBridge writes an empty text for what the event does not have.
    if isinstance(value, Mapping):
        return value.get(step, "")
    if isinstance(value, list) and step.isdecimal() and int(step) < len(value):
        return cast("list[object]", value)[int(step)]
    return ""


def _written(value: object) -> str:
    # EventBridge puts a text in quotes, and escapes nothing in it.
    if isinstance(value, str):
        return f'"{value}"'
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
