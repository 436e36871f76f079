"""The local AWS answers LookupEvents as CloudTrail does, limits included."""

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError

from infra.sandbox.aws.event_history import Lookups
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.shapes import ACCOUNT, REGION, Place

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

HERE = Place(account=ACCOUNT, region=REGION)
KMS = {"AttributeKey": "EventSource", "AttributeValue": "kms.amazonaws.com"}


@pytest.fixture
def history(aws: LocalAws) -> Any:
    """Give what looks events up; a third call within a second is throttled."""
    return aws.client("cloudtrail").lookup_events


def names(answer: Any) -> list[str]:
    return [it["EventName"] for it in answer["Events"]]


def by(key: str, value: str) -> list[dict[str, str]]:
    return [{"AttributeKey": key, "AttributeValue": value}]


def test_it_holds_the_record_as_text(aws: LocalAws, history: Any, key: str) -> None:
    ada = aws.client("kms", aws.user("ada", EVERYTHING))
    ada.disable_key(KeyId=key)

    [event] = history(LookupAttributes=by("EventName", "DisableKey"))["Events"]
    record = aws.trail()[-1]
    assert json.loads(event["CloudTrailEvent"]) == record
    assert (event["EventId"], event["Username"]) == (record["eventID"], "ada")
    assert event["Resources"] == [
        {"ResourceType": "AWS::KMS::Key", "ResourceName": key}
    ]


def test_pages_come_newest_first_and_end_without_a_token(
    kms: "KMSClient", history: Any, key: str
) -> None:
    kms.disable_key(KeyId=key)
    kms.enable_key(KeyId=key)

    first = history(LookupAttributes=[KMS], MaxResults=2)
    second = history(LookupAttributes=[KMS], MaxResults=2, NextToken=first["NextToken"])

    assert (names(first), names(second)) == (["EnableKey", "DisableKey"], ["CreateKey"])
    assert "NextToken" not in second


def test_a_page_has_fifty_events_at_most(
    kms: "KMSClient", history: Any, key: str
) -> None:
    for _ in range(50):
        kms.disable_key(KeyId=key)

    answer = history()

    assert len(answer["Events"]) == 50
    assert answer["NextToken"]


def test_a_token_is_good_for_the_same_request_alone(
    kms: "KMSClient", history: Any, key: str
) -> None:
    kms.disable_key(KeyId=key)
    token = history(LookupAttributes=[KMS], MaxResults=1)["NextToken"]

    with pytest.raises(ClientError, match="InvalidNextTokenException"):
        history(MaxResults=1, NextToken=token)


def test_what_is_older_than_ninety_days_is_gone(
    aws: LocalAws, history: Any, kms: "KMSClient", key: str
) -> None:
    aws.advance(91)
    kms.disable_key(KeyId=key)

    assert names(history()) == ["DisableKey"]


def test_only_the_time_asked_for_is_answered(
    aws: LocalAws, history: Any, kms: "KMSClient", key: str
) -> None:
    between = datetime.now(UTC) + timedelta(days=1)
    aws.advance(2)
    kms.disable_key(KeyId=key)

    assert names(history(StartTime=between)) == ["DisableKey"]
    assert names(history(EndTime=between)) == ["CreateKey"]


def test_other_regions_are_apart(aws: LocalAws, history: Any, key: str) -> None:
    aws.client("kms", region="us-east-1").create_key()

    assert [it["Resources"][0]["ResourceName"] for it in history()["Events"]] == [key]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"LookupAttributes": [KMS, KMS]}, "InvalidLookupAttributesException"),
        ({"LookupAttributes": by("Colour", "red")}, "InvalidLookupAttributesException"),
        ({"MaxResults": 51}, "InvalidMaxResultsException"),
        (
            {
                "StartTime": datetime.now(UTC),
                "EndTime": datetime(2026, 1, 1, tzinfo=UTC),
            },
            "InvalidTimeRangeException",
        ),
    ],
)
def test_what_cloudtrail_refuses_is_refused(
    history: Any, asked: dict[str, Any], code: str
) -> None:
    with pytest.raises(ClientError, match=code):
        history(**asked)


def test_a_third_call_within_a_second_is_throttled() -> None:
    ticks = iter([0.0, 0.5, 0.75, 1.0, 1.25, 1.5])
    lookups = Lookups(tick=lambda: next(ticks))

    taken = [lookups.taken(HERE) for _ in range(6)]

    assert taken == [True, True, False, True, False, True]


def test_a_throttled_call_is_answered_as_aws_does(history: Any) -> None:
    with pytest.raises(ClientError, match="ThrottlingException"):
        [history() for _ in range(50)]


def test_whoever_lacks_the_action_is_refused(aws: LocalAws) -> None:
    eve = aws.user("eve", {"Effect": "Allow", "Action": "kms:*", "Resource": "*"})

    with pytest.raises(ClientError, match="cloudtrail:LookupEvents"):
        aws.client("cloudtrail", eve).lookup_events()
