"""Decides whether the stack makes the table of cases or takes over an old one."""

from typing import TYPE_CHECKING, Literal

import boto3
from botocore.exceptions import ClientError

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_dynamodb import DynamoDBClient

LOGICAL_ID = "Cases"


def create_or_adopt(session: boto3.Session, stack: str) -> Literal["create", "adopt"]:
    """Say what the parameter CasesTable must be: the table outlives its stack."""
    if _owned(session.client("cloudformation"), stack):
        return "create"
    return (
        "adopt" if _exists(session.client("dynamodb"), f"{stack}-cases") else "create"
    )


def _owned(cloudformation: "CloudFormationClient", stack: str) -> bool:
    try:
        answer = cloudformation.describe_stack_resource(
            StackName=stack, LogicalResourceId=LOGICAL_ID
        )
    except ClientError as error:
        if "does not exist" in error.response["Error"]["Message"]:
            return False
        raise
    return not answer["StackResourceDetail"]["ResourceStatus"].startswith("DELETE")


def _exists(dynamodb: "DynamoDBClient", table: str) -> bool:
    try:
        dynamodb.describe_table(TableName=table)
    except dynamodb.exceptions.ResourceNotFoundException:
        return False
    return True
