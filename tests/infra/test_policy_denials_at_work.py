"""Each Deny holds against an Allow of the same action, which works without the Deny."""

from collections.abc import Iterator
from typing import Any

import pytest
from ministack.core.iam_evaluator import (
    EvalContext,
    evaluate,
    parse_policy_document,
)

from infra.sandbox.aws.shapes import ACCOUNT, REGION
from tests.infra.policies import POLICIES, listed, statements

ROLE = f"arn:aws:sts::{ACCOUNT}:assumed-role/reprieve/one"
KEY = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/1"
# What a pattern of a Deny stands for.
ACTIONS = {
    "kms:*": ["kms:DescribeKey", "kms:EnableKey", "kms:ScheduleKeyDeletion"],
    "kms:GenerateDataKey*": ["kms:GenerateDataKey", "kms:GenerateDataKeyPair"],
    "kms:ReEncrypt*": ["kms:ReEncryptFrom", "kms:ReEncryptTo"],
}


def denials() -> Iterator[tuple[str, str, str]]:
    for name in sorted(POLICIES):
        for each in statements(name, "Deny"):
            for pattern in listed(each["Action"]):
                for action in ACTIONS.get(pattern, [pattern]):
                    yield name, each["Sid"], action


def decided(name: str, action: str, *, without: str = "", **keys: str) -> str:
    """Say what becomes of a call if somebody adds an Allow of it to the policy."""
    allow = {"Effect": "Allow", "Action": action, "Resource": "*"}
    kept = [it for it in POLICIES[name]["Statement"] if it["Sid"] != without]
    document: dict[str, Any] = {"Version": "2012-10-17", "Statement": [*kept, allow]}
    context = EvalContext(
        principal_arn=ROLE,
        principal_type="AssumedRole",
        principal_account=ACCOUNT,
        action=action,
        resource_arn=KEY,
        region=REGION,
        service_context=keys,
    )
    return str(evaluate(context, [parse_policy_document(document)]).decision)


@pytest.mark.parametrize(("name", "sid", "action"), list(denials()))
def test_an_action_that_is_denied_succeeds_only_without_its_denial(
    name: str, sid: str, action: str
) -> None:
    assert decided(name, action) == "Deny"
    assert decided(name, action, without=sid) == "Allow"


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_what_secrets_manager_decrypts_for_a_lambda_is_let_through(name: str) -> None:
    by_service = {"kms:viaservice": f"secretsmanager.{REGION}.amazonaws.com"}

    assert decided(name, "kms:Decrypt", **by_service) == "Allow"
    assert decided(name, "kms:Decrypt", **{"kms:viaservice": "s3"}) == "Deny"
