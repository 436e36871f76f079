"""Each Lambda may do what it must, and the policies say what none may ever do."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / ".chalice"
FILES = {path.stem: path for path in FOLDER.glob("policy-*.json")}
POLICIES: dict[str, Any] = {
    name.removeprefix("policy-"): json.loads(path.read_text(encoding="utf-8"))
    for name, path in FILES.items()
}

HARM = {
    "kms:CreateGrant",
    "kms:DeleteImportedKeyMaterial",
    "kms:DisableKey",
    "kms:DisconnectCustomKeyStore",
    "kms:PutKeyPolicy",
    "kms:RetireGrant",
    "kms:RevokeGrant",
    "kms:ScheduleKeyDeletion",
}
USE = {"kms:Decrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:Sign"}
SAVE = {"kms:CancelKeyDeletion", "kms:EnableKey"}
READ = {"kms:DescribeKey", "kms:ListAliases"}
TABLE = {
    "dynamodb:ConditionCheckItem",
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:Query",
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


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def statements(name: str, effect: str) -> Iterator[Any]:
    return (each for each in POLICIES[name]["Statement"] if each["Effect"] == effect)


def actions(name: str, effect: str) -> set[str]:
    return {one for each in statements(name, effect) for one in listed(each["Action"])}


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("alerts", LOG | TABLE | SECRET | READ | {"sqs:SendMessage"}),
        ("slack", LOG | SECRET | {"sqs:SendMessage"}),
        ("actions", LOG | TABLE | SECRET | READ | SAVE | TAKE | {"sns:Publish"}),
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


@pytest.mark.parametrize("name", ["alerts", "actions"])
def test_harming_and_using_a_key_are_denied_explicitly(name: str) -> None:
    assert actions(name, "Deny") >= HARM | USE


def test_alerts_is_denied_to_change_a_key_at_all() -> None:
    assert actions("alerts", "Deny") >= SAVE


def test_the_function_that_faces_the_internet_is_denied_all_of_kms() -> None:
    assert actions("slack", "Deny") == {"kms:*"}


@each_policy
def test_a_denial_of_harm_knows_no_exception(name: str) -> None:
    for each in statements(name, "Deny"):
        assert each["Resource"] == "*"
        denied = set(listed(each["Action"]))
        assert "Condition" not in each or not denied & (HARM | SAVE)


@each_policy
def test_aws_may_still_decrypt_the_secrets_and_settings_for_the_function(
    name: str,
) -> None:
    # Secrets Manager and Lambda decrypt in the role's own name: a denial without this
    # exception would refuse GetSecretValue, and would keep the function from starting.
    [using] = [
        each
        for each in statements(name, "Deny")
        if {"kms:Decrypt", "kms:*"} & set(listed(each["Action"]))
    ]

    assert using["Condition"] == {
        "StringNotLike": {
            "kms:ViaService": [
                "secretsmanager.*.amazonaws.com*",
                "lambda.*.amazonaws.com*",
            ]
        },
        "Null": {"kms:EncryptionContext:aws:lambda:FunctionArn": "true"},
    }


@each_policy
def test_every_resource_but_a_key_is_reprieves_own(name: str) -> None:
    for each in statements(name, "Allow"):
        by_kms = all(one.startswith("kms:") for one in listed(each["Action"]))
        for resource in listed(each["Resource"]):
            assert by_kms or "reprieve" in resource


@pytest.mark.parametrize("name", ["alerts", "actions"])
def test_a_key_is_read_and_saved_in_the_own_account_only(name: str) -> None:
    own = {"StringEquals": {"aws:ResourceAccount": "${aws:PrincipalAccount}"}}
    of_keys = SAVE | {"kms:DescribeKey"}

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
