"""A multi-Region primary waits for its replicas to be deleted, not only scheduled."""

from typing import TYPE_CHECKING, Any

import pytest

from infra.sandbox.aws.local_aws import LocalAws

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


@pytest.fixture
def primary(kms: "KMSClient") -> str:
    return kms.create_key(MultiRegion=True)["KeyMetadata"]["KeyId"]


@pytest.fixture
def replicas(aws: LocalAws, kms: "KMSClient", primary: str) -> "KMSClient":
    """Give the KMS of the Region that holds the replica."""
    kms.replicate_key(KeyId=primary, ReplicaRegion="us-east-1")
    client: KMSClient = aws.client("kms", region="us-east-1")
    return client


def described(kms: "KMSClient", key: str) -> dict[str, Any]:
    return dict(kms.describe_key(KeyId=key)["KeyMetadata"])


def test_a_primary_with_a_replica_has_no_date(
    kms: "KMSClient", replicas: "KMSClient", primary: str
) -> None:
    made = kms.schedule_key_deletion(KeyId=primary, PendingWindowInDays=9)

    assert made["KeyState"] == "PendingReplicaDeletion"
    assert "DeletionDate" not in made
    shown = described(kms, primary)
    assert shown["PendingDeletionWindowInDays"] == 9
    assert "DeletionDate" not in shown
    assert described(replicas, primary)["KeyState"] == "Enabled"


def test_the_primary_waits_on_while_the_replica_is_only_scheduled(
    kms: "KMSClient", replicas: "KMSClient", primary: str
) -> None:
    kms.schedule_key_deletion(KeyId=primary, PendingWindowInDays=9)

    replicas.schedule_key_deletion(KeyId=primary, PendingWindowInDays=7)

    assert described(kms, primary)["KeyState"] == "PendingReplicaDeletion"
    configuration = described(kms, primary)["MultiRegionConfiguration"]
    assert len(configuration["ReplicaKeys"]) == 1


def test_the_last_replica_s_death_starts_the_primary_s_window_without_an_event(
    aws: LocalAws, kms: "KMSClient", replicas: "KMSClient", primary: str
) -> None:
    kms.schedule_key_deletion(KeyId=primary, PendingWindowInDays=9)
    replicas.schedule_key_deletion(KeyId=primary, PendingWindowInDays=7)

    aws.advance(7.5)

    assert described(kms, primary)["KeyState"] == "PendingDeletion"
    assert "DeletionDate" in described(kms, primary)
    last = [record["awsRegion"] for record in aws.trail()][-1]
    assert last == "us-east-1"
    aws.advance(9.5)
    with pytest.raises(kms.exceptions.NotFoundException):
        kms.describe_key(KeyId=primary)


def test_a_waiting_primary_can_be_saved(
    kms: "KMSClient", replicas: "KMSClient", primary: str
) -> None:
    assert described(replicas, primary)["Enabled"]
    kms.schedule_key_deletion(KeyId=primary)
    with pytest.raises(
        kms.exceptions.KMSInvalidStateException, match="is pending replica deletion"
    ):
        kms.enable_key(KeyId=primary)

    kms.cancel_key_deletion(KeyId=primary)

    shown = described(kms, primary)
    assert shown["KeyState"] == "Disabled"
    assert "PendingDeletionWindowInDays" not in shown
