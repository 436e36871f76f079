"""Whether the four Lambdas may run, by their own roles, and get their events."""

import json
from typing import Any

import pytest

from infra.operator.doctor.judging import deliveries
from infra.operator.doctor.judging.functions import Function, judged_function
from infra.operator.doctor.judging.roles import judged_role
from tests.infra.operator.doctor.told import QUEUE, RULE, TOPIC, told

NAME = "reprieve-dev-alerts"
ARN = f"arn:aws:lambda:eu-west-1:111122223333:function:{NAME}"
STAGE = {"Environment": {"Variables": {"REPRIEVE_STAGE": "dev"}}}
ACTIVE = {"State": "Active", "LastUpdateStatus": "Successful", **STAGE}


def function(reserved: int | None = None, **settings: Any) -> Function:
    return Function(name=NAME, settings={**ACTIVE, **settings}, reserved=reserved)


@pytest.mark.parametrize(
    ("looked_at", "names"),
    [
        (function(), []),
        (function(reserved=5), []),
        (Function(name=NAME), ["function_missing"]),
        (function(State="Failed", StateReason="no role"), ["function_state"]),
        (function(LastUpdateStatus="Failed"), ["function_update"]),
        (function(reserved=0), ["function_stopped"]),
        (function(Environment={}), ["function_stage"]),
    ],
)
def test_a_function_must_be_ready(looked_at: Function, names: list[str]) -> None:
    assert told(judged_function(looked_at, "dev")) == names


def allow(action: Any, sid: str = "A") -> dict[str, Any]:
    return {"Sid": sid, "Effect": "Allow", "Action": action, "Resource": "*"}


def document(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": list(statements)}


FILE = document(allow(["kms:ListKeys", "kms:DescribeKey"]), allow("s3:GetObject", "B"))
TURNED = document(
    allow(["s3:GetObject"], "B"), allow(["kms:DescribeKey", "kms:ListKeys"])
)
LESS = document(allow(["kms:ListKeys"]))


@pytest.mark.parametrize(
    ("policies", "attached", "names"),
    [
        ({"own": FILE}, [], []),
        ({"own": TURNED}, [], []),
        ({"own": LESS}, [], ["role_differs"]),
        ({}, [], ["role_differs"]),
        ({"own": FILE, "more": LESS}, [], ["role_more"]),
        ({"own": FILE}, ["AdministratorAccess"], ["role_more"]),
    ],
)
def test_a_role_must_have_its_file_and_no_more(
    policies: dict[str, Any], attached: list[str], names: list[str]
) -> None:
    assert told(judged_role(NAME, policies, attached, FILE)) == names


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
    who = {"Principal": {"Service": service}, "Resource": ARN}
    return document({**allow("lambda:InvokeFunction"), **who})


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
