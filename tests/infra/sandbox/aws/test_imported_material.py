"""Imported key material goes at once, by a call or by its date."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.imported import imported_key

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


def state_of(kms: "KMSClient", key: str) -> str:
    return kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]


def test_deleted_material_leaves_the_key_pending_import(kms: "KMSClient") -> None:
    key = imported_key(kms)

    made = kms.delete_imported_key_material(KeyId=key)

    assert made["KeyId"] == key
    assert len(made["KeyMaterialId"]) == 64
    assert state_of(kms, key) == "PendingImport"
    with pytest.raises(
        kms.exceptions.KMSInvalidStateException, match="is pending import"
    ):
        kms.encrypt(KeyId=key, Plaintext=b"x")


def test_a_dying_key_stays_dying_when_its_material_goes(kms: "KMSClient") -> None:
    key = imported_key(kms)
    kms.schedule_key_deletion(KeyId=key)

    kms.delete_imported_key_material(KeyId=key)

    assert state_of(kms, key) == "PendingDeletion"


def test_material_expires_on_its_date_with_both_events(
    aws: LocalAws, kms: "KMSClient"
) -> None:
    key = imported_key(kms, valid_to=datetime.now(UTC) + timedelta(days=5))

    aws.advance(4)
    assert state_of(kms, key) == "Enabled"
    aws.advance(2)

    assert state_of(kms, key) == "PendingImport"
    record = aws.trail()[-1]
    assert record["eventName"] == "DeleteExpiredKeyMaterial"
    assert record["eventType"] == "AwsServiceEvent"
    assert record["resources"][0]["ARN"] == key
    assert record["responseElements"] is None
    details = record["serviceEventDetails"]
    assert details["keyId"] == key.rsplit("/", 1)[-1]
    assert len(details["keyMaterialId"]) == 64


def test_the_trail_keeps_the_material_and_the_token_secret(
    aws: LocalAws, kms: "KMSClient"
) -> None:
    imported_key(kms)

    record = aws.trail()[-1]

    assert record["eventName"] == "ImportKeyMaterial"
    assert set(record["requestParameters"]) == {"keyId", "expirationModel"}
