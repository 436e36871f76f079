"""The linter of policies finds what AWS would take and never match."""

import json
from typing import Any

import pytest

from infra.policy_lint import findings
from tests.infra.policies import FILES, POLICIES

RIGHT: dict[str, Any] = {
    "Effect": "Allow",
    "Action": "sqs:SendMessage",
    "Resource": "arn:*:sqs:*:*:reprieve-*-actions",
}


def found(statement: dict[str, Any]) -> list[str]:
    document = {"Version": "2012-10-17", "Statement": [statement]}
    return [each.split()[0] for each in findings(json.dumps(document))]


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_linter_finds_nothing_in_a_policy(name: str) -> None:
    assert list(findings(FILES[name].read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("wrong", "rules"),
    [
        ({}, []),
        ({"Action": "sqs:SendMesage"}, ["W3037"]),
        ({"Resource": "arn:*:sns:*:*:reprieve-*-actions"}, ["I3510"]),
        ({"Effect": "Alow"}, ["E3510"]),
        ({"Condition": {"StringEqual": {"aws:a": "b"}}}, ["E3510"]),
    ],
)
def test_the_linter_finds_what_is_misspelt(
    wrong: dict[str, Any], rules: list[str]
) -> None:
    assert found(RIGHT | wrong) == rules


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_nothing_is_allowed_by_what_it_is_not(name: str) -> None:
    # cfn-lint takes both: an Allow of all but one thing is hardly ever meant.
    inverted = {"NotAction", "NotResource"}

    assert not [each for each in POLICIES[name]["Statement"] if inverted & each.keys()]
