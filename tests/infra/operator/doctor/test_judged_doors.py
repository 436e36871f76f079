"""Who a resource's own policy lets in."""

import json
from typing import Any

import pytest

from chalice_app.domain.watcher.doors import Caller, Door, door
from tests.infra.operator.doctor.told import RULE, TOPIC

RULES = Caller(
    service="events.amazonaws.com", action="sns:Publish", resource=TOPIC, source=RULE
)
OPEN = {
    "Effect": "Allow",
    "Principal": {"Service": "events.amazonaws.com"},
    "Action": "sns:Publish",
    "Resource": TOPIC,
}
HTTP = {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "sns:*",
    "Resource": TOPIC,
    "Condition": {"Bool": {"aws:SecureTransport": "false"}},
}


def when(operator: str, key: str, *values: str, **more: Any) -> dict[str, Any]:
    return {**OPEN, "Condition": {operator: {key: list(values)}}, **more}


ROWS: list[tuple[list[Any], Door]] = [
    ([OPEN], Door.OPEN),
    ([{**OPEN, "Action": ["SNS:Publish", "SNS:Subscribe"]}], Door.OPEN),
    ([{**OPEN, "Action": "sns:Pub*", "Resource": "*"}], Door.OPEN),
    ([{**OPEN, "Principal": "*"}], Door.OPEN),
    ([{**OPEN, "Principal": {"AWS": "*"}}], Door.OPEN),
    ([OPEN, HTTP], Door.OPEN),
    ([when("ArnEquals", "aws:SourceArn", RULE)], Door.CONDITIONAL),
    ([when("ArnEquals", "aws:SourceArn", RULE + "x", RULE)], Door.CONDITIONAL),
    ([when("ArnLike", "AWS:SourceArn", RULE[:-4] + "*")], Door.CONDITIONAL),
    ([when("StringEquals", "aws:SourceAccount", "111122223333")], Door.CONDITIONAL),
    ([OPEN, when("StringLike", "aws:UserAgent", "x")], Door.OPEN),
    ([when("StringLike", "aws:UserAgent", "x")], Door.UNKNOWN),
    ([when("StringEqualsIfExists", "aws:SourceAccount", "1")], Door.UNKNOWN),
    ([OPEN, {**HTTP, "Condition": {"Null": {"aws:SourceArn": "true"}}}], Door.UNKNOWN),
    ([OPEN, {**HTTP, "NotPrincipal": {"AWS": "x"}}], Door.UNKNOWN),
    ([], Door.CLOSED),
    ([{**HTTP, "Condition": {"Null": {"aws:SourceArn": "true"}}}], Door.CLOSED),
    ([{**OPEN, "Principal": {"Service": "s3.amazonaws.com"}}], Door.CLOSED),
    ([{**OPEN, "Principal": {"AWS": "arn:aws:iam::1:root"}}], Door.CLOSED),
    ([{**OPEN, "Action": "sns:Subscribe"}], Door.CLOSED),
    ([{**OPEN, "Resource": TOPIC + "x"}], Door.CLOSED),
    ([OPEN, {**OPEN, "Effect": "Deny"}], Door.CLOSED),
    ([when("ArnEquals", "aws:SourceArn", RULE + "x")], Door.CLOSED),
    ([when("StringEquals", "aws:SourceAccount", "444455556666")], Door.CLOSED),
    ([when("Bool", "aws:SecureTransport", "false")], Door.CLOSED),
    # What SNS itself writes into the policy of a new topic lets no service in.
    (
        [when("StringEquals", "AWS:SourceOwner", "1", Principal={"AWS": "*"})],
        Door.CLOSED,
    ),
]


@pytest.mark.parametrize(("statements", "expected"), ROWS)
def test_a_policy_lets_in_whom_it_says(statements: list[Any], expected: Door) -> None:
    document = {"Version": "2012-10-17", "Statement": statements}

    assert door(document, RULES) is expected
    assert door(json.dumps(document), RULES) is expected


def test_no_policy_lets_nobody_in() -> None:
    assert door(None, RULES) is Door.CLOSED


def test_one_statement_needs_no_list() -> None:
    assert door({"Statement": OPEN}, RULES) is Door.OPEN
