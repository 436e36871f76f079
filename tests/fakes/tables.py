"""The cases table as pipeline.yaml makes it, on moto's DynamoDB."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

import boto3
from moto import mock_aws

from infra.sandbox.aws.shapes import REGION
from infra.template import TEMPLATE, read_template

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

_NUMBERS = count(1)
_TAKEN = (
    "AttributeDefinitions",
    "BillingMode",
    "GlobalSecondaryIndexes",
    "KeySchema",
)
_TEMPLATE: Any = read_template(TEMPLATE.read_text(encoding="utf-8"))
_PROPERTIES = _TEMPLATE["Resources"]["Cases"]["Properties"]


@contextmanager
def dynamodb() -> Iterator["DynamoDBClient"]:
    with mock_aws():
        yield boto3.client("dynamodb", region_name=REGION)


def new_table(client: "DynamoDBClient") -> str:
    """Make an empty table, and give its name."""
    name = f"reprieve-{next(_NUMBERS)}-cases"
    client.create_table(TableName=name, **{it: _PROPERTIES[it] for it in _TAKEN})
    return name
