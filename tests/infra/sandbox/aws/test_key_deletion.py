"""Scheduling and cancelling the deletion of a key."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


def state_of(kms: "KMSClient", key: str) -> str:
    return kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]


@pytest.mark.parametrize("days", [1, 6, 31, 90])
def test_a_window_outside_seven_to_thirty_days_is_refused(
    kms: "KMSClient", key: str, days: int
) -> None:
    with pytest.raises(kms.exceptions.ClientError, match="ValidationException"):
        kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=days)
    assert state_of(kms, key) == "Enabled"


@pytest.mark.parametrize("days", [7, 30])
def test_the_answer_names_arn_state_window_and_date(
    kms: "KMSClient", key: str, days: int
) -> None:
    made = kms.schedule_key_deletion(KeyId=key[-36:], PendingWindowInDays=days)

    assert made["KeyId"] == key
    assert made["KeyState"] == "PendingDeletion"
    assert made["PendingWindowInDays"] == days
    due = datetime.now(UTC) + timedelta(days=days)
    assert abs(made["DeletionDate"] - due) < timedelta(minutes=1)
    shown = kms.describe_key(KeyId=key)["KeyMetadata"]
    assert shown["DeletionDate"] == made["DeletionDate"]


def test_without_a_window_it_is_thirty_days(kms: "KMSClient", key: str) -> None:
    assert kms.schedule_key_deletion(KeyId=key)["PendingWindowInDays"] == 30


@pytest.mark.parametrize("before", ["Enabled", "Disabled"])
def test_cancelling_always_leaves_the_key_disabled_and_without_a_date(
    kms: "KMSClient", key: str, before: str
) -> None:
    if before == "Disabled":
        kms.disable_key(KeyId=key)
    kms.create_alias(AliasName="alias/orders", TargetKeyId=key)
    kms.schedule_key_deletion(KeyId=key)

    assert kms.cancel_key_deletion(KeyId=key)["KeyId"] == key

    shown = kms.describe_key(KeyId="alias/orders")["KeyMetadata"]
    assert (shown["KeyState"], shown["Enabled"]) == ("Disabled", False)
    assert "DeletionDate" not in shown


def test_a_second_schedule_and_a_second_cancel_are_refused(
    kms: "KMSClient", key: str
) -> None:
    kms.schedule_key_deletion(KeyId=key)
    with pytest.raises(kms.exceptions.KMSInvalidStateException, match="is pending del"):
        kms.schedule_key_deletion(KeyId=key)
    kms.cancel_key_deletion(KeyId=key)
    with pytest.raises(
        kms.exceptions.KMSInvalidStateException, match="is not pending deletion"
    ):
        kms.cancel_key_deletion(KeyId=key)


def test_an_alias_moves_away_from_a_dying_key_but_not_to_one(
    kms: "KMSClient", key: str
) -> None:
    other = kms.create_key()["KeyMetadata"]["Arn"]
    kms.create_alias(AliasName="alias/orders", TargetKeyId=key)
    kms.schedule_key_deletion(KeyId=key)

    kms.update_alias(AliasName="alias/orders", TargetKeyId=other)
    with pytest.raises(kms.exceptions.KMSInvalidStateException):
        kms.update_alias(AliasName="alias/orders", TargetKeyId=key)

    assert kms.describe_key(KeyId="alias/orders")["KeyMetadata"]["Arn"] == other
