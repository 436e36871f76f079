"""Faults of the local AWS, met by boto3."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import pytest
from botocore.exceptions import ClientError, HTTPClientError

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.faults.switches import Switches
from tests.infra.sandbox.faults.conftest import state

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

TEN_DAYS = 10


@pytest.mark.parametrize(
    "name",
    [
        "AccessDeniedException",
        "ThrottlingException",
        "KMSInternalException",
        "DependencyTimeoutException",
    ],
)
def test_kms_refuses_before_any_effect(
    kms: "KMSClient", key: str, aws_faults: Switches, name: str
) -> None:
    aws_faults.set("kms", "DisableKey", "error", name=name)

    with pytest.raises(ClientError) as refused:
        kms.disable_key(KeyId=key)

    assert refused.value.response["Error"]["Code"] == name
    assert state(kms, key) == "Enabled"


def test_kms_acts_and_its_answer_is_lost(
    kms: "KMSClient", key: str, aws_faults: Switches
) -> None:
    aws_faults.set("kms", "DisableKey", "lost", seconds=0)
    with pytest.raises(HTTPClientError):
        kms.disable_key(KeyId=key)
    assert state(kms, key) == "Disabled"


def test_a_stale_reading_tells_of_the_time_before(
    kms: "KMSClient", key: str, aws_faults: Switches
) -> None:
    kms.disable_key(KeyId=key)
    aws_faults.set("kms", "DescribeKey", "stale", times=2)

    assert [state(kms, key) for _ in range(3)] == ["Enabled", "Enabled", "Disabled"]


@pytest.mark.parametrize(
    "name", ["ThrottlingException", "ProvisionedThroughputExceededException"]
)
def test_dynamodb_throttles(aws: LocalAws, aws_faults: Switches, name: str) -> None:
    aws_faults.set("dynamodb", "ListTables", "error", name=name)
    with pytest.raises(ClientError, match=name):
        aws.client("dynamodb").list_tables()


def test_a_transaction_in_the_way_is_a_reason(
    aws: LocalAws, aws_faults: Switches
) -> None:
    name = "TransactionCanceledException"
    aws_faults.set("dynamodb", "TransactWriteItems", "error", name=name)
    with pytest.raises(ClientError) as refused:
        aws.client("dynamodb").transact_write_items(
            TransactItems=[{"Delete": {"TableName": "t", "Key": {"id": {"S": "1"}}}}]
        )
    assert "TransactionConflict" in str(dict(refused.value.response))


def test_sns_refuses_in_its_own_way(aws: LocalAws, aws_faults: Switches) -> None:
    arn = aws.client("sns").create_topic(Name="news")["TopicArn"]
    aws_faults.set("sns", "Publish", "error", name="InternalError")
    with pytest.raises(ClientError, match="InternalError"):
        aws.client("sns").publish(TopicArn=arn, Message="x")


def test_secrets_manager_is_down(aws: LocalAws, aws_faults: Switches) -> None:
    aws_faults.set("secretsmanager", "*", "status", status=503)
    with pytest.raises(ClientError, match="503"):
        aws.client("secretsmanager").list_secrets()


def test_a_reset_clears_the_faults(aws: LocalAws, aws_faults: Switches) -> None:
    aws_faults.set("kms", "*", "error")
    aws.reset()
    assert aws_faults.all() == []


def test_the_date_of_dynamodb_follows_the_clock(aws: LocalAws) -> None:
    aws.advance(TEN_DAYS)
    told = aws.client("dynamodb").list_tables()["ResponseMetadata"]
    date = parsedate_to_datetime(told["HTTPHeaders"]["date"])
    assert date - datetime.now(UTC) > timedelta(days=TEN_DAYS - 1)
