"""pipeline.yaml as data, and events made to fit or miss its rules."""

from collections.abc import Iterator, Mapping
from typing import Any

from infra.event_rules import rules_of
from infra.template import TEMPLATE, read_template

TEXT = TEMPLATE.read_text(encoding="utf-8")
PIPELINE: Any = read_template(TEXT)
RULES = tuple(it for it in rules_of(TEXT) if not it.schedule)
[HEARTBEAT] = (it for it in rules_of(TEXT) if it.schedule)
RESOURCES: Mapping[str, Any] = PIPELINE["Resources"]

KEY = "arn:aws:kms:eu-west-1:111122223333:key/3f6c1f0a-9a51-4c77-8f1d-6f2b0f5d7e21"
NATIVE = ("KMS CMK Deletion", "KMS Imported Key Material Expiration")
BY_AWS_ITSELF = ("DeleteKey", "DeleteExpiredKeyMaterial")


def of_type(kind: str) -> Mapping[str, Any]:
    """Give the resources of one type by their logical ids."""
    return {name: each for name, each in RESOURCES.items() if each["Type"] == kind}


def cloudtrail(name: str, **detail: object) -> dict[str, Any]:
    """Make the EventBridge event of a KMS call."""
    kind = "AWS Service Event" if name in BY_AWS_ITSELF else "AWS API Call"
    return {
        "version": "0",
        "id": "0f0e0d0c-0b0a-4908-8706-050403020100",
        "detail-type": f"{kind} via CloudTrail",
        "source": "aws.kms",
        "account": "111122223333",
        "time": "2026-11-24T06:00:00Z",
        "region": "eu-west-1",
        "resources": [],
        "detail": {
            "userIdentity": {"principalId": "AIDAEXAMPLEADA", "userName": "ada"},
            "eventName": name,
            "responseElements": None,
            "resources": [{"ARN": KEY, "type": "AWS::KMS::Key"}],
            **detail,
        },
    }


def native(kind: str) -> dict[str, Any]:
    """Make an event that KMS itself sends."""
    event = cloudtrail(kind)
    detail = {"key-id": KEY.rpartition("/")[2]}
    return {**event, "detail-type": kind, "resources": [KEY], "detail": detail}


def strings(value: object) -> Iterator[str]:
    """Walk through every text of a template."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
