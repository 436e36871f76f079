"""A record on its own becomes the event that EventBridge would send."""

import pytest

from infra.envelope import envelope

RECORD = {
    "eventSource": "kms.amazonaws.com",
    "eventName": "DisableKey",
    "eventID": "11112222-3333-4444-5555-666677778888",
    "eventTime": "2026-11-24T06:00:00Z",
    "eventType": "AwsApiCall",
    "awsRegion": "eu-west-1",
    "recipientAccountId": "111122223333",
}


@pytest.mark.parametrize(
    ("event_type", "detail_type"),
    [
        ("AwsApiCall", "AWS API Call via CloudTrail"),
        ("AwsServiceEvent", "AWS Service Event via CloudTrail"),
        (None, "AWS API Call via CloudTrail"),
    ],
)
def test_the_detail_type_follows_from_the_records_type(
    event_type: str | None, detail_type: str
) -> None:
    event = envelope({**RECORD, "eventType": event_type})

    assert event["detail-type"] == detail_type


def test_the_envelope_repeats_the_records_own_facts() -> None:
    event = envelope(RECORD)

    assert event["source"] == "aws.kms"
    assert event["time"] == RECORD["eventTime"]
    assert event["account"] == RECORD["recipientAccountId"]
    assert event["region"] == RECORD["awsRegion"]
    assert event["detail"] == RECORD


@pytest.mark.parametrize("source", [{}, {"eventSource": None}])
def test_a_record_without_a_source_is_one_of_kms(source: dict[str, None]) -> None:
    silent = {name: text for name, text in RECORD.items() if name != "eventSource"}

    assert envelope({**silent, **source})["source"] == "aws.kms"


def test_an_event_is_left_as_it_is_and_a_news_document_opened() -> None:
    event = envelope(RECORD)

    assert envelope(event) == event
    assert envelope({"news": "disabled", "event": event}) == event
