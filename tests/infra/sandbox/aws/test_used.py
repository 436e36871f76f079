"""The sandbox tells what each role has done, as IAM names it."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.shapes import ACCOUNT, REGION
from infra.sandbox.aws.used import Used, by_role

TABLE = f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/memory"
KEY = [{"AttributeName": "pk", "KeyType": "HASH"}]


@pytest.fixture
def table(aws: LocalAws) -> Any:
    client = aws.client("dynamodb", aws.assume("Worker", "one", EVERYTHING))
    client.create_table(
        TableName="memory",
        KeySchema=KEY,
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
        GlobalSecondaryIndexes=[
            {
                "IndexName": "due",
                "KeySchema": KEY,
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    return client


def test_a_transaction_counts_as_the_writes_in_it(aws: LocalAws, table: Any) -> None:
    put = {"TableName": "memory", "Item": {"pk": {"S": "1"}}}
    table.transact_write_items(TransactItems=[{"Put": put}])

    uses = aws.used()["Worker"]
    assert ["dynamodb:PutItem", TABLE] in uses
    assert not [action for action, _ in uses if "Transact" in action]


def test_a_query_of_an_index_counts_on_the_index(aws: LocalAws, table: Any) -> None:
    table.query(
        TableName="memory",
        IndexName="due",
        KeyConditionExpression="pk = :one",
        ExpressionAttributeValues={":one": {"S": "1"}},
    )

    queried = [it for action, it in aws.used()["Worker"] if action == "dynamodb:Query"]
    assert queried == [f"{TABLE}/index/due"]


def test_what_iam_refuses_is_told_apart(aws: LocalAws) -> None:
    only_read = {"Effect": "Allow", "Action": "kms:ListKeys", "Resource": "*"}
    kms = aws.client("kms", aws.assume("Reader", "one", only_read))
    kms.list_keys()
    with pytest.raises(ClientError, match="not authorized"):
        kms.list_aliases()

    assert aws.used()["Reader"] == [["kms:ListKeys", "*"]]
    assert aws.refused()["Reader"] == [["kms:ListAliases", "*"]]


@pytest.mark.parametrize(
    "principal",
    [
        f"arn:aws:iam::{ACCOUNT}:role/reprieve-dev-alerts",
        f"arn:aws:iam::{ACCOUNT}:role/path/reprieve-dev-alerts",
        f"arn:aws:sts::{ACCOUNT}:assumed-role/reprieve-dev-alerts/session",
    ],
)
def test_a_role_is_known_by_its_name(principal: str) -> None:
    used = Used()
    used.note(principal, "kms:ListKeys", "*")

    assert by_role(used.uses) == {"reprieve-dev-alerts": [["kms:ListKeys", "*"]]}
