"""Whether a rule hears what the template says, and tells the topic."""

import json
from dataclasses import replace
from typing import Any

import pytest

from infra.event_rules import Rule
from infra.operator.doctor.judging.rules import Found, filled, judged_rule
from tests.infra.operator.doctor.told import QUEUE, TOPIC, told

RULE = Rule(
    name="Disabled",
    pattern={"source": ["aws.kms"]},
    paths={"key": "$.x"},
    template="<key>",
)
DESCRIBED = {"State": "ENABLED", "EventPattern": json.dumps(RULE.pattern)}
SAID = {"InputPathsMap": {"key": "$.x"}, "InputTemplate": "<key>"}
TARGET = {"Arn": TOPIC, "InputTransformer": SAID, "DeadLetterConfig": {"Arn": QUEUE}}
OTHER = {"Arn": "arn:aws:sqs:eu-west-1:111122223333:theirs"}


def found(targets: list[Any] | None = None, **described: str) -> Found:
    return Found(
        name="reprieve-dev-Disabled-1A2B",
        described={**DESCRIBED, **described},
        targets=[TARGET] if targets is None else targets,
    )


def test_a_schedule_has_no_pattern_and_must_beat_as_often() -> None:
    rule = replace(RULE, pattern={}, paths={}, schedule="rate(5 minutes)")
    target = {**TARGET, "InputTransformer": {"InputTemplate": "<key>"}}

    def names(schedule: str) -> list[str]:
        described = {"State": "ENABLED", "ScheduleExpression": schedule}
        looked_at = Found(name="Heartbeat", described=described, targets=[target])
        return told(judged_rule(rule, looked_at, TOPIC, QUEUE, "revert it"))

    assert names("rate(5 minutes)") == []
    assert names("rate(1 day)") == ["rule_pattern"]
    assert names("") == ["rule_pattern"]


def test_what_cloudformation_fills_in_is_filled_in() -> None:
    wanted = {"account": ["${AWS::AccountId}"], "detail": {"stage": ["${Stage}"]}}
    values = {"AWS::AccountId": "111122223333", "Stage": "dev"}

    rule = filled(replace(RULE, pattern=wanted), values)

    assert rule.pattern == {"account": ["111122223333"], "detail": {"stage": ["dev"]}}
    assert filled(RULE, values) == RULE


@pytest.mark.parametrize(
    ("looked_at", "names"),
    [
        (found(), []),
        (found([OTHER, TARGET]), []),
        (found(State="ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"), []),
        (Found(name="Disabled", described=None), ["rule_missing"]),
        (found(State="DISABLED"), ["rule_disabled"]),
        (found(EventPattern='{"source": ["aws.s3"]}'), ["rule_pattern"]),
        (found([]), ["rule_target"]),
        (found([OTHER]), ["rule_target"]),
        (found([{**TARGET, "InputTransformer": {}}]), ["rule_words"]),
        (found([{**TARGET, "DeadLetterConfig": {}}]), ["rule_dead_letters"]),
        (found([], State="DISABLED"), ["rule_disabled", "rule_target"]),
    ],
)
def test_a_rule_must_be_as_in_the_template(looked_at: Found, names: list[str]) -> None:
    assert told(judged_rule(RULE, looked_at, TOPIC, QUEUE, "revert it")) == names
