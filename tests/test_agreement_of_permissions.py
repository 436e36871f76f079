"""Each Lambda may do what its adapters call, and nothing that none of them calls."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import botocore.session
import pytest
from botocore import xform_name

ROOT = Path(__file__).parents[1]
ADAPTERS = sorted((ROOT / "chalice_app" / "adapters").glob("*.py"))
SERVICES = ("dynamodb", "kms", "secretsmanager", "sns", "sqs")

# What a call needs; a transaction needs the actions of its writes.
NEEDS = {
    "get_item": ("dynamodb:GetItem",),
    "transact_write_items": ("dynamodb:PutItem", "dynamodb:UpdateItem"),
    "describe_key": ("kms:DescribeKey",),
    "list_aliases": ("kms:ListAliases",),
    "get_key_policy": ("kms:GetKeyPolicy",),
    "list_grants": ("kms:ListGrants",),
    "list_keys": ("kms:ListKeys",),
    "query": ("dynamodb:Query",),
    "cancel_key_deletion": ("kms:CancelKeyDeletion",),
    "enable_key": ("kms:EnableKey",),
    "get_secret_value": ("secretsmanager:GetSecretValue",),
    "publish": ("sns:Publish",),
    "send_message": ("sqs:SendMessage",),
    "change_message_visibility": ("sqs:ChangeMessageVisibility",),
}
LOOK = {"get_item", "transact_write_items", "describe_key", "list_aliases"}
LOOK_AROUND = {"get_key_policy", "list_grants"}
SAVE = {"cancel_key_deletion", "enable_key"}
CALLS = {
    "alerts": LOOK | LOOK_AROUND | {"get_secret_value", "send_message"},
    "actions": LOOK
    | SAVE
    | {"get_secret_value", "publish", "change_message_visibility", "send_message"},
    "sweep": LOOK
    | LOOK_AROUND
    | {"get_secret_value", "publish", "send_message", "list_keys", "query"},
    "slack": {"get_secret_value", "send_message"},
}
# The calls whose names are words of Python and Slack, too.
WORDS = {"publish", "query"}
# What Lambda itself does in the function's name.
LOG = {"logs:CreateLogStream", "logs:PutLogEvents"}
TAKE = {"sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"}
BY_LAMBDA = {
    "alerts": LOG | {"sqs:SendMessage"},
    "sweep": LOG | {"sqs:SendMessage"},
    "actions": LOG | TAKE,
    "slack": LOG,
}


def operations() -> set[str]:
    loader = botocore.session.get_session()
    models = (loader.get_service_model(name) for name in SERVICES)
    return {xform_name(it) for model in models for it in model.operation_names}


def names_in(path: Path) -> Iterator[str]:
    """Give what stands after a dot, and texts: by either, a call may be named.

    boto3 has it that get_item is GetItem, which is what is said without boto3.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.attr
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (node.value, xform_name(node.value))


def test_the_calls_listed_here_are_those_in_the_code() -> None:
    named = {name for path in ADAPTERS for name in names_in(path)}

    found = {name for name in named & operations() if "_" in name or name in WORDS}

    assert found == set(NEEDS)
    assert found == set().union(*CALLS.values())


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_policy_allows_what_is_called_and_nothing_more(name: str) -> None:
    path = ROOT / ".chalice" / f"policy-{name}.json"
    statements: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))[
        "Statement"
    ]
    allowed = [it["Action"] for it in statements if it["Effect"] == "Allow"]
    actions = {one for it in allowed for one in ([it] if isinstance(it, str) else it)}

    called = {action for call in CALLS[name] for action in NEEDS[call]}
    assert actions == called | BY_LAMBDA[name]
