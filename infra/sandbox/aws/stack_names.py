"""Names that CloudFormation refuses to take twice, where the emulator overwrites."""

from collections.abc import Callable

from ministack.services import (
    cloudwatch,
    cloudwatch_logs,
    dynamodb,
    secretsmanager,
    sns,
    sqs,
)

from infra.sandbox.aws.shapes import Json


def _topic(name: str) -> bool:
    return any(arn.rsplit(":", 1)[-1] == name for arn in sns._topics)


def _alarm(name: str) -> bool:
    return name in cloudwatch._alarms


def _table(name: str) -> bool:
    return name in dynamodb._tables


def _log_group(name: str) -> bool:
    return name in cloudwatch_logs._log_groups


def _secret(name: str) -> bool:
    return name in secretsmanager._secrets


def _queue(name: str) -> bool:
    return name in sqs._queue_name_to_url


TAKEN: dict[str, tuple[str, Callable[[str], bool]]] = {
    "AWS::CloudWatch::Alarm": ("AlarmName", _alarm),
    "AWS::DynamoDB::Table": ("TableName", _table),
    "AWS::Logs::LogGroup": ("LogGroupName", _log_group),
    "AWS::SecretsManager::Secret": ("Name", _secret),
    "AWS::SNS::Topic": ("TopicName", _topic),
    "AWS::SQS::Queue": ("QueueName", _queue),
}


def refuse_a_taken_name(kind: str, properties: Json) -> None:
    key, taken = TAKEN[kind]
    name = properties.get(key)
    if name and taken(name):
        raise ValueError(
            f"Resource of type '{kind}' with identifier '{name}' already exists."
        )
