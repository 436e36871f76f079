"""Calls of AWS, by what they are for, of which each Lambda may make some."""

from collections.abc import Mapping
from typing import NamedTuple

TOPIC = "arn:aws:sns:eu-west-1:111122223333:reprieve-dev-{}"
QUEUE = "https://sqs.eu-west-1.amazonaws.com/111122223333/reprieve-dev-{}"
TABLE = {"TableName": "reprieve-dev-cases"}
HEAD = {"pk": {"S": "CASE#1"}, "sk": {"S": "HEAD"}}
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
        "look at a topic": Call(
            "sns", "get_topic_attributes", {"TopicArn": TOPIC.format("news")}
        ),
        "look for rules": Call("events", "list_rules", {}),
        "look for trails": Call("cloudtrail", "describe_trails", {}),
        "disable a rule": Call("events", "disable_rule", {"Name": "reprieve-dev-x"}),
        "stop a trail": Call("cloudtrail", "stop_logging", {"Name": "every-call"}),
        "hand over": Call(
            "sqs", "send_message", {"QueueUrl": QUEUE.format("actions"), **LETTER}
        ),
        "take": Call("sqs", "receive_message", {"QueueUrl": QUEUE.format("actions")}),
        "order a page": Call(
            "sqs", "send_message", {"QueueUrl": QUEUE.format("inventory"), **LETTER}
        ),
        "take a page": Call(
            "sqs", "receive_message", {"QueueUrl": QUEUE.format("inventory")}
        ),
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
