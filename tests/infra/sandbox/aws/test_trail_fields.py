"""Each record has every field that AWS's own samples have."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING
from tests.infra.sandbox.aws.imported import imported_key
from tests.infra.sandbox.aws.kms_operations import CALLS

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

# AWS's own examples are compared, too, where this folder exists.
SHARED = Path(__file__).parents[5] / "shared" / "events"
COMMON = (
    "eventVersion userIdentity eventTime eventSource eventName awsRegion "
    "sourceIPAddress userAgent requestParameters responseElements eventID readOnly "
    "resources eventType recipientAccountId managementEvent eventCategory"
)
CALL: dict[str, Any] = {
    **dict.fromkeys([*COMMON.split(), "requestID", "tlsDetails"]),
    "eventName": "DisableKey",
    "userIdentity": dict.fromkeys(
        ["type", "principalId", "arn", "accountId", "accessKeyId", "userName"]
    ),
}
OWN_DOING: dict[str, Any] = {
    **dict.fromkeys(COMMON.split()),
    "eventName": "DeleteKey",
    "userIdentity": dict.fromkeys(["accountId", "invokedBy"]),
}
# Custom key stores have these, and a caller may type or leave out any parameter.
NOT_EVERYWHERE = {"additionalEventData", "requestParameters", "responseElements"}
Act = Callable[["KMSClient", str], Any]


def alias(kms: "KMSClient", key: str) -> None:
    kms.create_alias(AliasName="alias/orders", TargetKeyId=key)


def moved_alias(kms: "KMSClient", key: str) -> None:
    alias(kms, key)
    kms.update_alias(AliasName="alias/orders", TargetKeyId=key)


def cancelled(kms: "KMSClient", key: str) -> None:
    kms.schedule_key_deletion(KeyId=key)
    kms.cancel_key_deletion(KeyId=key)


def without_material(kms: "KMSClient", _key: str) -> None:
    kms.delete_imported_key_material(KeyId=imported_key(kms))


def revoked(kms: "KMSClient", key: str) -> None:
    grant = CALLS["CreateGrant"](kms, key)["GrantId"]
    kms.revoke_grant(KeyId=key, GrantId=grant)


ACTS: dict[str, Act] = {
    **CALLS,
    "CancelKeyDeletion": cancelled,
    "CreateAlias": alias,
    "CreateKey": lambda kms, _key: kms.create_key(),
    "DeleteImportedKeyMaterial": without_material,
    "EnableKeyRotation": lambda kms, key: kms.enable_key_rotation(KeyId=key),
    "ImportKeyMaterial": lambda kms, _key: imported_key(kms),
    "RevokeGrant": revoked,
    "UpdateAlias": moved_alias,
}
# Reads, and what the local KMS has no call for.
LEFT_OUT = {"GetKeyPolicy", "DisconnectCustomKeyStore", "UpdatePrimaryRegion"}


def samples(pattern: str) -> list[dict[str, Any]]:
    read = [json.loads(p.read_text("utf-8")) for p in sorted(SHARED.glob(pattern))]
    return [record for record in read if record["eventName"] not in LEFT_OUT]


CALLED = [CALL, *samples("awsdocs*__IAMUser.json")]
DONE_BY_KMS = [OWN_DOING, *samples("awsdocs*__Delete*__notype-invokedBy.json")]


def fields(record: dict[str, Any]) -> set[str]:
    caller = {f"userIdentity.{name}" for name in record["userIdentity"]}
    return (set(record) | caller) - NOT_EVERYWHERE


def named(record: dict[str, Any]) -> str:
    return str(record["eventName"])


@pytest.mark.parametrize("expected", CALLED, ids=named)
def test_a_call_is_recorded_with_every_field_of_the_sample(
    aws: LocalAws, key: str, expected: dict[str, Any]
) -> None:
    ACTS[expected["eventName"]](aws.client("kms", aws.user("ada", EVERYTHING)), key)

    record = aws.trail()[-1]
    assert record["eventName"] == expected["eventName"]
    assert fields(expected) <= fields(record)


@pytest.mark.parametrize("expected", DONE_BY_KMS, ids=named)
def test_what_kms_does_itself_is_recorded_with_every_field_of_the_sample(
    aws: LocalAws, kms: "KMSClient", expected: dict[str, Any]
) -> None:
    soon = datetime.now(UTC) + timedelta(days=1)
    kms.schedule_key_deletion(KeyId=imported_key(kms, valid_to=soon))
    aws.advance(31)

    [record] = [r for r in aws.trail() if r["eventName"] == expected["eventName"]]
    assert fields(expected) <= fields(record)
    assert record["requestParameters"] is None
