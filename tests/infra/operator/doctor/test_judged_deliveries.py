"""Whether each Lambda gets its events, and leaves what it cannot handle."""

import json
from typing import Any

import pytest

from chalice_app.domain.watcher import deliveries
from tests.infra.operator.doctor.told import QUEUE, RULE, TOPIC, told

NAME = "reprieve-dev-alerts"
ARN = f"arn:aws:lambda:eu-west-1:111122223333:function:{NAME}"
KEPT = {"RedrivePolicy": json.dumps({"deadLetterTargetArn": QUEUE})}
FILTERED = {**KEPT, "FilterPolicy": '{"a": ["b"]}', "SubscriptionArn": f"{TOPIC}:1"}


@pytest.mark.parametrize(
    ("attributes", "names"),
    [
        (KEPT, []),
        (None, ["alerts_unsubscribed"]),
        (FILTERED, ["alerts_filtered"]),
        ({}, ["alerts_redrive"]),
    ],
)
def test_alerts_must_hear_all_news(
    attributes: dict[str, str] | None, names: list[str]
) -> None:
    found = deliveries.judged_subscription(TOPIC, ARN, attributes, QUEUE)
    assert told(found) == names


def lets_in(service: str) -> dict[str, Any]:
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "lambda:InvokeFunction",
        "Resource": ARN,
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


@pytest.mark.parametrize(
    ("policy", "names"),
    [
        (lets_in("sns.amazonaws.com"), []),
        (lets_in("events.amazonaws.com"), ["function_closed"]),
        (None, ["function_closed"]),
    ],
)
def test_who_calls_a_function_must_be_let_in(policy: Any, names: list[str]) -> None:
    found = deliveries.judged_door(policy, "sns.amazonaws.com", TOPIC, ARN)
    assert told(found) == names


def mapping(state: str, source: str = QUEUE) -> dict[str, str]:
    return {"EventSourceArn": source, "State": state, "UUID": "u"}


@pytest.mark.parametrize(
    ("mappings", "name"),
    [
        ([mapping("Enabled")], "mapping_enabled"),
        ([mapping("Enabled", "x")], "mapping_missing"),
        ([mapping("Enabling")], "mapping_moving"),
        ([mapping("Disabled")], "mapping_disabled"),
    ],
)
def test_presses_must_reach_actions(mappings: list[Any], name: str) -> None:
    assert told(deliveries.judged_mappings(mappings, QUEUE, NAME)) == [name]


@pytest.mark.parametrize(
    ("rules", "names"),
    [
        ({"r": {"State": "ENABLED", "Arn": RULE}}, []),
        ({}, ["sweep_unscheduled"]),
        ({"r": {"State": "DISABLED", "Arn": RULE}}, ["sweep_disabled"]),
    ],
)
def test_the_sweep_must_be_scheduled(rules: dict[str, Any], names: list[str]) -> None:
    policy = lets_in("events.amazonaws.com")
    assert told(deliveries.judged_schedule(ARN, rules, policy)) == names


def test_what_a_function_cannot_handle_must_be_kept() -> None:
    kept = {"DestinationConfig": {"OnFailure": {"Destination": QUEUE}}}

    assert told(deliveries.judged_destination(NAME, kept, QUEUE)) == []
    for settings in (None, {}, {"DestinationConfig": {"OnFailure": {}}}):
        found = deliveries.judged_destination(NAME, settings, QUEUE)
        assert told(found) == ["destination_missing"]
