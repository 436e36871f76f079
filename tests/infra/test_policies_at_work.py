"""The policies as AWS reads them: what a Lambda needs works, and nothing beyond."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest
from botocore.exceptions import ClientError

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.policies import POLICIES
from tests.infra.stacks import create

TOPIC = "arn:aws:sns:eu-west-1:111122223333:reprieve-dev-{}"
QUEUE = "https://sqs.eu-west-1.amazonaws.com/111122223333/reprieve-dev-{}"
TABLE = {"TableName": "reprieve-dev-cases"}
HEAD = {"pk": {"S": "CASE#1"}, "sk": {"S": "HEAD"}}
# SNS has a word of its own for it.
REFUSED = {"AccessDenied", "AccessDeniedException", "AuthorizationError"}
WORD = {"Message": "a word"}
DUE = {
    "IndexName": "due",
    "KeyConditionExpression": "due_shard = :shard",
    "ExpressionAttributeValues": {":shard": {"S": "0"}},
}
LETTER = {"MessageBody": "a word"}


class Call(NamedTuple):
    service: str
    name: str
    arguments: Mapping[str, object]


class Keys(NamedTuple):
    healthy: str
    dying: str


def calls(keys: Keys) -> dict[str, Call]:
    healthy, dying = {"KeyId": keys.healthy}, {"KeyId": keys.dying}
    slack = "reprieve/dev/slack-{}".format
    return {
        "read a key": Call("kms", "describe_key", healthy),
        "read names": Call("kms", "list_aliases", {}),
        "read a key's policy": Call("kms", "get_key_policy", healthy),
        "read grants": Call("kms", "list_grants", healthy),
        "cancel a deletion": Call("kms", "cancel_key_deletion", dying),
        "enable a key": Call("kms", "enable_key", healthy),
        "disable a key": Call("kms", "disable_key", healthy),
        "schedule a deletion": Call("kms", "schedule_key_deletion", healthy),
        "use a key": Call("kms", "encrypt", {**healthy, "Plaintext": b"text"}),
        "list keys": Call("kms", "list_keys", {}),
        "remember": Call("dynamodb", "put_item", {**TABLE, "Item": HEAD}),
        "recall": Call("dynamodb", "get_item", {**TABLE, "Key": HEAD}),
        "find what is due": Call("dynamodb", "query", {**TABLE, **DUE}),
        "read all": Call("dynamodb", "scan", TABLE),
        "forget": Call("dynamodb", "delete_item", {**TABLE, "Key": HEAD}),
        "notice": Call("sns", "publish", {"TopicArn": TOPIC.format("notices"), **WORD}),
        "news": Call("sns", "publish", {"TopicArn": TOPIC.format("news"), **WORD}),
        "hand over": Call(
            "sqs", "send_message", {"QueueUrl": QUEUE.format("actions"), **LETTER}
        ),
        "take": Call("sqs", "receive_message", {"QueueUrl": QUEUE.format("actions")}),
        "leave": Call(
            "sqs", "send_message", {"QueueUrl": QUEUE.format("dead-letters"), **LETTER}
        ),
        "token": Call(
            "secretsmanager", "get_secret_value", {"SecretId": slack("token")}
        ),
        "signing secret": Call(
            "secretsmanager", "get_secret_value", {"SecretId": slack("signing-secret")}
        ),
    }


@pytest.fixture
def keys(aws: LocalAws) -> Keys:
    create(aws, "reprieve-dev", Stage="dev")
    for secret in ("slack-token", "slack-signing-secret"):
        aws.client("secretsmanager").put_secret_value(
            SecretId=f"reprieve/dev/{secret}", SecretString="xoxb-made-up"
        )
    kms = aws.client("kms")
    healthy, dying = (kms.create_key()["KeyMetadata"]["KeyId"] for _ in range(2))
    kms.schedule_key_deletion(KeyId=dying)
    return Keys(healthy=healthy, dying=dying)


def allowed(client: Any, call: Call) -> bool:
    try:
        getattr(client, call.name)(**call.arguments)
    except ClientError as error:
        if error.response["Error"]["Code"] in REFUSED:
            return False
        raise
    return True


@pytest.mark.parametrize(
    ("name", "may"),
    [
        (
            "alerts",
            {"read a key", "read names", "remember", "recall", "leave", "token"}
            | {"hand over", "read a key's policy", "read grants"},
        ),
        (
            "sweep",
            {"read a key", "read names", "remember", "recall", "leave", "token"}
            | {"hand over", "list keys", "find what is due", "notice"}
            | {"read a key's policy", "read grants"},
        ),
        ("slack", {"hand over", "token", "signing secret"}),
        (
            "actions",
            {"read a key", "read names", "cancel a deletion", "enable a key"}
            | {"remember", "recall", "notice", "take", "token", "signing secret"}
            | {"hand over"},
        ),
    ],
)
def test_a_lambda_can_do_this_and_is_refused_all_else(
    aws: LocalAws, keys: Keys, name: str, may: set[str]
) -> None:
    role = aws.assume(f"only-{name}", "session", POLICIES[name])

    can = {
        what
        for what, call in calls(keys).items()
        if allowed(aws.client(call.service, role), call)
    }

    assert can == may
