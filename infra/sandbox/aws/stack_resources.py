"""CloudFormation resources that the emulator makes differently from AWS."""

import json
from collections.abc import Callable

from ministack.core.responses import get_account_id
from ministack.services import (
    cloudwatch,
    cloudwatch_logs,
    dynamodb,
    eventbridge,
    secretsmanager,
    sns,
    sqs,
)
from ministack.services.cloudformation import provisioners

from infra.sandbox.aws.shapes import Json

Create = Callable[[str, Json, str], tuple[str, Json]]


def install() -> None:
    handlers = provisioners._RESOURCE_HANDLERS
    for kind in {*_NAMES, *_CHECKS, *_COMPLETIONS}:
        handlers[kind]["create"] = _as_on_aws(kind, handlers[kind]["create"])


def _as_on_aws(kind: str, emulator: Create) -> Create:
    def create(logical_id: str, properties: Json, stack: str) -> tuple[str, Json]:
        _refuse_a_taken_name(kind, properties)
        _CHECKS.get(kind, _nothing)(properties)
        physical_id, attributes = emulator(logical_id, properties, stack)
        _COMPLETIONS.get(kind, _as_made)(physical_id, properties)
        return physical_id, attributes

    return create


def _refuse_a_taken_name(kind: str, properties: Json) -> None:
    """The emulator replaces what has the name, and empties a table that way."""
    key, taken = _NAMES.get(kind, ("", _never))
    name = properties.get(key)
    if name and taken(name):
        raise ValueError(
            f"Resource of type '{kind}' with identifier '{name}' already exists."
        )


def _never(_name: str) -> bool:
    return False


def _has_topic(name: str) -> bool:
    return any(arn.rsplit(":", 1)[-1] == name for arn in sns._topics)


_NAMES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "AWS::CloudWatch::Alarm": ("AlarmName", lambda name: name in cloudwatch._alarms),
    "AWS::DynamoDB::Table": ("TableName", lambda name: name in dynamodb._tables),
    "AWS::Logs::LogGroup": (
        "LogGroupName",
        lambda name: name in cloudwatch_logs._log_groups,
    ),
    "AWS::SecretsManager::Secret": (
        "Name",
        lambda name: name in secretsmanager._secrets,
    ),
    "AWS::SNS::Topic": ("TopicName", _has_topic),
    "AWS::SQS::Queue": ("QueueName", lambda name: name in sqs._queue_name_to_url),
}


def _nothing(_properties: Json) -> None:
    pass


def _readable_rule(properties: Json) -> None:
    pattern = properties.get("EventPattern")
    problem = eventbridge._event_pattern_error(json.dumps(pattern)) if pattern else None
    if problem:
        raise ValueError(f"Event pattern is not valid. Reason: {problem}")


_CHECKS: dict[str, Callable[[Json], None]] = {"AWS::Events::Rule": _readable_rule}


def _as_made(_name: str, _properties: Json) -> None:
    pass


def _expiry_and_recovery(name: str, properties: Json) -> None:
    expiry = properties.get("TimeToLiveSpecification")
    recovery = properties.get("PointInTimeRecoverySpecification")
    if expiry:
        dynamodb._update_ttl({"TableName": name, "TimeToLiveSpecification": expiry})
    if recovery:
        dynamodb._update_continuous_backups(
            {"TableName": name, "PointInTimeRecoverySpecification": recovery}
        )


def _no_value_yet(name: str, properties: Json) -> None:
    if not {"SecretString", "GenerateSecretString"} & properties.keys():
        secretsmanager._secrets[name]["Versions"] = {}


def _only_the_owner(arn: str, _properties: Json) -> None:
    """A new topic's policy lets its own account in, and no AWS service."""
    attributes = sns._topics[arn]["attributes"]
    policy = json.loads(attributes["Policy"])
    policy["Statement"][0]["Condition"] = {
        "StringEquals": {"AWS:SourceOwner": get_account_id()}
    }
    attributes["Policy"] = json.dumps(policy)


_COMPLETIONS: dict[str, Callable[[str, Json], None]] = {
    "AWS::DynamoDB::Table": _expiry_and_recovery,
    "AWS::SecretsManager::Secret": _no_value_yet,
    "AWS::SNS::Topic": _only_the_owner,
}
