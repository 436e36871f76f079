"""Moving the clock of the sandbox."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.watching import messages, queue, rule_to, statement

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


def test_a_key_dies_after_its_window_and_not_before(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    kms.create_alias(AliasName="alias/orders", TargetKeyId=key)
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)

    aws.advance(6.9)
    assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] == "PendingDeletion"
    aws.advance(0.2)

    for gone in (key, "alias/orders"):
        with pytest.raises(kms.exceptions.NotFoundException):
            kms.describe_key(KeyId=gone)
    assert kms.list_aliases()["Aliases"] == []


def test_a_death_is_told_by_cloudtrail_and_by_kms_itself(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    url, arn = queue(aws, "heard", statement("arn:aws:sqs:*:*:heard"))
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    rule_to(aws, arn)

    aws.advance(8)

    recorded, native = (json.loads(m["Body"]) for m in messages(aws, url))
    record = recorded["detail"]
    assert recorded["detail-type"] == "AWS Service Event via CloudTrail"
    assert record["eventName"] == "DeleteKey"
    assert record["requestParameters"] is None
    assert record["responseElements"] == {"keyId": key}
    assert record["userIdentity"] == {
        "accountId": "111122223333",
        "invokedBy": "AWS Internal",
    }
    assert "requestID" not in record
    assert record["resources"][0]["ARN"] == key
    assert native["detail-type"] == "KMS CMK Deletion"
    assert native["resources"] == [key]
    assert native["detail"] == {"key-id": key.rsplit("/", 1)[-1]}


def test_kms_dates_http_dates_and_events_follow_the_clock(
    aws: LocalAws, kms: "KMSClient"
) -> None:
    aws.advance(10)

    made = kms.create_key()
    then = datetime.now(UTC) + timedelta(days=10)
    date = made["ResponseMetadata"]["HTTPHeaders"]["date"]
    recorded = datetime.fromisoformat(aws.trail()[-1]["eventTime"])
    for moment in (
        made["KeyMetadata"]["CreationDate"],
        parsedate_to_datetime(date),
        recorded,
    ):
        assert abs(moment - then) < timedelta(minutes=1)


def test_reset_turns_the_clock_back(aws: LocalAws, kms: "KMSClient") -> None:
    aws.advance(10)
    aws.reset()

    made = kms.create_key()["KeyMetadata"]["CreationDate"]

    assert abs(made - datetime.now(UTC)) < timedelta(minutes=1)
