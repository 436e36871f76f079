"""What CloudTrail would have recorded, for successes and for refusals."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

READ_ONLY = {"Effect": "Allow", "Action": "kms:Describe*", "Resource": "*"}


def test_a_scheduled_deletion_is_recorded_as_cloudtrail_spells_it(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    due = kms.schedule_key_deletion(KeyId=key[-36:], PendingWindowInDays=7)

    record = aws.trail()[-1]
    assert record["eventSource"] == "kms.amazonaws.com"
    assert record["eventName"] == "ScheduleKeyDeletion"
    assert record["requestParameters"] == {
        "keyId": key[-36:],
        "pendingWindowInDays": 7,
    }
    date = due["DeletionDate"].astimezone(UTC)
    assert record["responseElements"] == {
        "keyId": key,
        "keyState": "PendingDeletion",
        "pendingWindowInDays": 7,
        "deletionDate": f"{date:%b} {date.day}, {date.year}, "
        f"{date.hour % 12 or 12}:{date:%M:%S %p}",
    }
    assert record["resources"] == [
        {"accountId": "111122223333", "type": "AWS::KMS::Key", "ARN": key}
    ]


def test_a_window_that_was_not_typed_is_not_in_the_parameters(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    kms.schedule_key_deletion(KeyId=key)

    assert aws.trail()[-1]["requestParameters"] == {"keyId": key}


def test_a_call_that_answers_nothing_still_names_the_key(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    kms.disable_key(KeyId=key)

    assert aws.trail()[-1]["responseElements"] == {"keyId": key}


def test_reading_a_key_is_not_recorded(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    before = len(aws.trail())

    kms.describe_key(KeyId=key)

    assert len(aws.trail()) == before


def test_a_refusal_by_the_state_names_the_key_and_answers_nothing(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    with pytest.raises(kms.exceptions.KMSInvalidStateException):
        kms.cancel_key_deletion(KeyId=key)

    record = aws.trail()[-1]
    assert record["errorCode"] == "KMSInvalidStateException"
    assert record["errorMessage"] == f"{key} is not pending deletion."
    assert record["responseElements"] is None
    assert record["resources"][0]["ARN"] == key


def test_a_refusal_by_iam_has_no_resources(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    reader = aws.client("kms", aws.user("eve", READ_ONLY))
    with pytest.raises(kms.exceptions.ClientError):
        reader.disable_key(KeyId=key)

    record = aws.trail()[-1]
    assert record["errorCode"] == "AccessDenied"
    assert record["errorMessage"] == (
        "User: arn:aws:iam::111122223333:user/eve is not authorized to perform: "
        f"kms:DisableKey on resource: {key} because no identity-based policy allows "
        "the kms:DisableKey action"
    )
    assert "resources" not in record
    assert record["requestParameters"] == {"keyId": key}


def test_permission_is_asked_before_the_state(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    reader = aws.client("kms", aws.user("eve", READ_ONLY))
    kms.schedule_key_deletion(KeyId=key)

    with pytest.raises(kms.exceptions.ClientError, match="AccessDeniedException"):
        reader.enable_key(KeyId=key)


def test_an_alias_is_named_after_a_new_and_before_an_old_key(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    alias = "arn:aws:kms:eu-west-1:111122223333:alias/orders"
    kms.create_alias(AliasName="alias/orders", TargetKeyId=key)
    kms.delete_alias(AliasName="alias/orders")

    created, deleted = (
        [each["ARN"] for each in record["resources"]] for record in aws.trail()[-2:]
    )
    assert (created, deleted) == ([key, alias], [alias, key])


def test_a_new_key_is_recorded_whole(aws: LocalAws, key: str) -> None:
    metadata = aws.trail()[-1]["responseElements"]["keyMetadata"]

    assert metadata["arn"] == key
    assert datetime.strptime(
        metadata["creationDate"] + " +0000", "%b %d, %Y, %I:%M:%S %p %z"
    )


def test_a_caller_whom_nobody_knows_is_not_recorded(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    gone = aws.assume("Passer-by", "nobody", EVERYTHING)
    aws.reset()

    with pytest.raises(kms.exceptions.ClientError, match="UnrecognizedClient"):
        aws.client("kms", gone).disable_key(KeyId=key)

    assert aws.trail() == []
