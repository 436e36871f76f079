"""CloudFormation resources that the emulator makes differently from AWS."""

import json
from collections.abc import Callable

from ministack.core.responses import get_account_id
from ministack.services import dynamodb, eventbridge, secretsmanager, sns
from ministack.services.cloudformation import provisioners

from infra.sandbox.aws.shapes import Json
from infra.sandbox.aws.stack_names import TAKEN, refuse_a_taken_name

Create = Callable[[str, Json, str], tuple[str, Json]]


def install() -> None:
    handlers = provisioners._RESOURCE_HANDLERS
    for kind in {_RULE, *TAKEN}:
        handlers[kind]["create"] = _as_on_aws(kind, handlers[kind]["create"])


def _as_on_aws(kind: str, emulator: Create) -> Create:
    def create(logical_id: str, properties: Json, stack: str) -> tuple[str, Json]:
        if kind in TAKEN:
            refuse_a_taken_name(kind, properties)
        if kind == _RULE:
            _refuse_an_unreadable_pattern(properties)
        physical_id, attributes = emulator(logical_id, properties, stack)
        if kind in _COMPLETIONS:
            _COMPLETIONS[kind](physical_id, properties)
        return physical_id, attributes

    return create


_RULE = "AWS::Events::Rule"


def _refuse_an_unreadable_pattern(properties: Json) -> None:
    pattern = properties.get("EventPattern")
    problem = pattern and eventbridge._event_pattern_error(json.dumps(pattern))
    if problem:
        raise ValueError(f"Event pattern is not valid. Reason: {problem}")


def _expire_recover_and_index(name: str, properties: Json) -> None:
    for index in dynamodb._tables[name].get("GlobalSecondaryIndexes", ()):
        index["IndexStatus"] = "ACTIVE"
    expiry = properties.get("TimeToLiveSpecification")
    recovery = properties.get("PointInTimeRecoverySpecification")
    table = {"TableName": name}
    if expiry:
        dynamodb._update_ttl({**table, "TimeToLiveSpecification": expiry})
    if recovery:
        dynamodb._update_continuous_backups(
            {**table, "PointInTimeRecoverySpecification": recovery}
        )


def _leave_empty(name: str, properties: Json) -> None:
    if not {"SecretString", "GenerateSecretString"} & properties.keys():
        secretsmanager._secrets[name]["Versions"] = {}


def _let_in_the_owner(arn: str, _properties: Json) -> None:
    # A new topic's policy lets its own account in, and no AWS service.
    attributes = sns._topics[arn]["attributes"]
    policy = json.loads(attributes["Policy"])
    policy["Statement"][0]["Condition"] = {
        "StringEquals": {"AWS:SourceOwner": get_account_id()}
    }
    attributes["Policy"] = json.dumps(policy)


_COMPLETIONS: dict[str, Callable[[str, Json], None]] = {
    "AWS::DynamoDB::Table": _expire_recover_and_index,
    "AWS::SecretsManager::Secret": _leave_empty,
    "AWS::SNS::Topic": _let_in_the_owner,
}
