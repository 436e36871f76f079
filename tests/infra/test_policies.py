"""Each Lambda may do what it must, and nothing else."""

import json

import pytest

from tests.infra.policies import (
    FILES,
    FOLDER,
    POLICIES,
    SAVE,
    actions,
    listed,
    statements,
)

READ = {"kms:DescribeKey", "kms:ListAliases"}
LOOK_AROUND = {"kms:GetKeyPolicy", "kms:ListGrants"}
TABLE = {
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
}
LOG = {"logs:CreateLogStream", "logs:PutLogEvents"}
TAKE = {
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:ReceiveMessage",
}
SECRET = {"secretsmanager:GetSecretValue"}

each_policy = pytest.mark.parametrize("name", sorted(POLICIES))


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("alerts", LOG | TABLE | SECRET | READ | LOOK_AROUND | {"sqs:SendMessage"}),
        (
            "sweep",
            LOG
            | TABLE
            | SECRET
            | READ
            | LOOK_AROUND
            | {"dynamodb:Query", "kms:ListKeys", "sns:Publish", "sqs:SendMessage"},
        ),
        ("slack", LOG | SECRET | {"sqs:SendMessage"}),
        (
            "actions",
            LOG
            | TABLE
            | SECRET
            | READ
            | SAVE
            | TAKE
            | {"sns:Publish", "sqs:SendMessage"},
        ),
    ],
)
def test_a_lambda_is_allowed_exactly_this(name: str, allowed: set[str]) -> None:
    assert actions(name, "Allow") == allowed


@each_policy
def test_nothing_is_allowed_by_a_wildcard(name: str) -> None:
    assert not [action for action in actions(name, "Allow") if "*" in action]


def test_only_actions_may_change_a_key() -> None:
    changing = {name for name in POLICIES if actions(name, "Allow") & SAVE}

    assert changing == {"actions"}


@each_policy
def test_every_resource_but_a_key_is_reprieves_own(name: str) -> None:
    for each in statements(name, "Allow"):
        by_kms = all(one.startswith("kms:") for one in listed(each["Action"]))
        for resource in listed(each["Resource"]):
            assert by_kms or "reprieve" in resource


@pytest.mark.parametrize("name", ["alerts", "actions", "sweep"])
def test_a_key_is_read_and_saved_in_the_own_account_only(name: str) -> None:
    own = {"StringEquals": {"aws:ResourceAccount": "${aws:PrincipalAccount}"}}
    of_keys = SAVE | LOOK_AROUND | {"kms:DescribeKey"}

    for each in statements(name, "Allow"):
        if of_keys & set(listed(each["Action"])):
            assert each["Condition"] == own


@each_policy
def test_a_statement_says_its_reason(name: str) -> None:
    reasons = [each["Sid"] for each in POLICIES[name]["Statement"]]

    # IAM takes letters and digits here, and nothing else.
    assert all(reason.isalnum() for reason in reasons)
    assert len(set(reasons)) == len(reasons)


def test_every_function_has_a_policy_of_its_own() -> None:
    document = json.loads((FOLDER / "config.json").read_text(encoding="utf-8"))
    functions = document["lambda_functions"]

    used = [function["iam_policy_file"] for function in functions.values()]

    assert document["autogen_policy"] is False
    assert sorted(used) == sorted(path.name for path in FILES.values())
