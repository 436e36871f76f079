"""Whether each Lambda gets its events, and leaves what it cannot handle."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chalice_app.domain.watcher.doors import Caller, Door, door
from chalice_app.domain.watcher.finding import Finding, ok, warning, wrong

Json = Mapping[str, Any]
_INVOKE = "lambda:InvokeFunction"
_SHUT = frozenset({Door.CLOSED, Door.UNKNOWN})


def judged_subscription(
    topic: str, function: str, attributes: Mapping[str, str] | None, queue: str
) -> Iterator[Finding]:
    """Judge the subscription of `alerts`; no attributes where there is none."""
    if attributes is None:
        yield wrong("alerts_unsubscribed", topic=topic, function=function)
        return
    if attributes.get("FilterPolicy"):
        yield wrong("alerts_filtered", subscription=attributes["SubscriptionArn"])
    redrive = json.loads(attributes.get("RedrivePolicy") or "{}")
    if redrive.get("deadLetterTargetArn") != queue:
        yield wrong("alerts_redrive", queue=queue)


def judged_door(
    policy: Json | None, service: str, source: str, function: str
) -> Iterator[Finding]:
    """Judge whether a function's own policy lets in who calls it."""
    caller = Caller(service=service, action=_INVOKE, resource=function, source=source)
    if door(policy, caller) in _SHUT:
        yield wrong(
            "function_closed", function=function, service=service, source=source
        )


def judged_mappings(
    mappings: Sequence[Json], queue: str, function: str
) -> Iterator[Finding]:
    found = [it for it in mappings if it["EventSourceArn"] == queue]
    states = {it["State"] for it in found}
    if not found:
        yield wrong("mapping_missing", queue=queue, function=function)
    elif "Enabled" in states:
        yield ok("mapping_enabled", queue=queue, function=function)
    elif states & {"Creating", "Enabling", "Updating"}:
        yield warning("mapping_moving", function=function, state=found[0]["State"])
    else:
        facts = {"id": found[0]["UUID"], "state": found[0]["State"]}
        yield wrong("mapping_disabled", function=function, **facts)


def judged_destination(
    function: str, settings: Json | None, queue: str
) -> Iterator[Finding]:
    """Judge where a function leaves the event that it failed on three times."""
    destinations = (settings or {}).get("DestinationConfig", {})
    target = destinations.get("OnFailure", {}).get("Destination")
    if target != queue:
        yield wrong("destination_missing", function=function, queue=queue)


def judged_schedule(
    function: str, rules: Mapping[str, Json], policy: Json | None
) -> Iterator[Finding]:
    """Judge the rules that have the sweep as their target."""
    enabled = [it for it in rules.values() if it["State"] == "ENABLED"]
    if not rules:
        yield wrong("sweep_unscheduled", function=function)
    elif not enabled:
        yield wrong("sweep_disabled", rule=", ".join(sorted(rules)))
    for each in enabled:
        yield from judged_door(policy, "events.amazonaws.com", each["Arn"], function)
