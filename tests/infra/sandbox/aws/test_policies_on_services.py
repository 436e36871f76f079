"""IAM on what else the Lambdas use, by a role and real calls, allowed and refused."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.watching import HERE, queue

TABLE = "reprieve-dev-cases"
ITEM = {"pk": {"S": "CASE#1"}, "sk": {"S": "HEAD"}}
TABLES = "arn:*:dynamodb:*:*:table/reprieve-*"
Call = Callable[[LocalAws, Any], object]


def allow(action: str | list[str], resource: str) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": action, "Resource": resource}


def transact(aws: LocalAws, role: Any) -> object:
    update = {
        "TableName": TABLE,
        "Key": {**ITEM, "sk": {"S": "OTHER"}},
        "UpdateExpression": "SET version = :one",
        "ExpressionAttributeValues": {":one": {"N": "1"}},
    }
    put = {"TableName": TABLE, "Item": ITEM}
    items = [{"Put": put}, {"Update": update}]
    return aws.client("dynamodb", role).transact_write_items(TransactItems=items)


def put(aws: LocalAws, role: Any) -> object:
    return aws.client("dynamodb", role).put_item(TableName=TABLE, Item=ITEM)


def read_secret(aws: LocalAws, role: Any) -> object:
    client = aws.client("secretsmanager", role)
    return client.get_secret_value(SecretId="reprieve/dev/slack-token")


def send(aws: LocalAws, role: Any) -> object:
    url = aws.client("sqs").get_queue_url(QueueName="actions")["QueueUrl"]
    return aws.client("sqs", role).send_message(QueueUrl=url, MessageBody="press")


def publish(aws: LocalAws, role: Any) -> object:
    arn = f"arn:aws:sns:{HERE}:notices"
    return aws.client("sns", role).publish(TopicArn=arn, Message="Saved.")


BOTH = ["dynamodb:PutItem", "dynamodb:UpdateItem"]
SECRETS = "arn:*:secretsmanager:*:*:secret:reprieve/*/slack-"
CASES: list[tuple[Call, dict[str, Any], bool]] = [
    (transact, allow(BOTH, TABLES), True),
    (transact, allow("dynamodb:PutItem", TABLES), False),
    (transact, allow("dynamodb:TransactWriteItems", TABLES), False),
    (put, allow("dynamodb:PutItem", TABLES), True),
    (put, allow("dynamodb:PutItem", "arn:*:dynamodb:*:*:table/other-*"), False),
    (read_secret, allow("secretsmanager:GetSecretValue", f"{SECRETS}token-*"), True),
    (read_secret, allow("secretsmanager:GetSecretValue", f"{SECRETS}sign*"), False),
    (send, allow("sqs:SendMessage", "arn:*:sqs:*:*:actions"), True),
    (send, allow("sqs:SendMessage", "arn:*:sqs:*:*:actions-dead"), False),
    (publish, allow("sns:Publish", "arn:*:sns:*:*:notices"), True),
    (publish, allow("sns:Publish", "arn:*:sns:*:*:news"), False),
]


@pytest.fixture
def furnished(aws: LocalAws) -> LocalAws:
    aws.client("dynamodb").create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk")
        ],
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
    )
    aws.client("secretsmanager").create_secret(
        Name="reprieve/dev/slack-token", SecretString="xoxb-1"
    )
    aws.client("sns").create_topic(Name="notices")
    queue(aws, "actions")
    return aws


@pytest.mark.parametrize(
    ("call", "statement", "allowed"),
    CASES,
    ids=[f"{call.__name__}-{number}" for number, (call, *_) in enumerate(CASES)],
)
def test_a_role_may_what_its_policy_says(
    furnished: LocalAws, call: Call, statement: dict[str, Any], *, allowed: bool
) -> None:
    role = furnished.assume("Worker", "lambda", statement)
    if allowed:
        call(furnished, role)
        return
    with pytest.raises(ClientError) as refused:
        call(furnished, role)
    assert refused.value.response["Error"]["Code"] in {
        "AccessDenied",
        "AccessDeniedException",
        "AuthorizationError",
    }


def test_a_queue_that_denies_plain_http_still_takes_messages_here(
    furnished: LocalAws,
) -> None:
    denial = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "sqs:*",
        "Resource": "*",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    url = furnished.client("sqs").get_queue_url(QueueName="actions")["QueueUrl"]
    furnished.client("sqs").set_queue_attributes(
        QueueUrl=url, Attributes={"Policy": json.dumps({"Statement": [denial]})}
    )

    send(furnished, furnished.assume("Worker", "lambda", allow("sqs:SendMessage", "*")))


def test_a_queue_policy_that_denies_everybody_refuses_a_role(
    furnished: LocalAws,
) -> None:
    denial = {"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*"}
    sqs = furnished.client("sqs")
    url = sqs.get_queue_url(QueueName="actions")["QueueUrl"]
    sqs.set_queue_attributes(
        QueueUrl=url, Attributes={"Policy": json.dumps({"Statement": [denial]})}
    )
    role = furnished.assume("Worker", "lambda", allow("sqs:SendMessage", "*"))

    with pytest.raises(ClientError, match="AccessDenied"):
        furnished.client("sqs", role).send_message(QueueUrl=url, MessageBody="x")
