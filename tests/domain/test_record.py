"""Tests of finding the record inside a document."""

from typing import Any

import pytest

from chalice_app.domain.record import record_in
from chalice_app.domain.unreadable import UnreadableEventError
from tests.domain.recorded import recorded

BARE = recorded("schedule-by-role")
NATIVE = recorded("native-deletion")
NEWS = recorded("schedule-as-news")


@pytest.mark.parametrize(
    "document", [BARE, NEWS, NEWS["event"], {"detail": BARE}, {"event": BARE}]
)
def test_a_record_is_found_in_every_wrapping(document: dict[str, Any]) -> None:
    record = record_in(document)
    assert (record.name, record.detail) == ("ScheduleKeyDeletion", BARE)


@pytest.mark.parametrize("spelling", ["detail-type", "detailType"])
def test_a_native_event_is_named_by_its_detail_type(spelling: str) -> None:
    event = {spelling: "KMS CMK Deletion", "source": "aws.kms", "detail": None}
    assert record_in(event).name == "KMS CMK Deletion"


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (None, "The document is not a JSON object with fields."),
        ([BARE], "The document is not a JSON object with fields."),
        ("text", "The document is not a JSON object with fields."),
        ({}, "The document is not a JSON object with fields."),
        ({"Records": [BARE]}, "The document lists events; Reprieve reads one."),
        ({"Events": [BARE]}, "The document lists events; Reprieve reads one."),
        (BARE | {"eventName": 7}, "The document names no event of AWS KMS."),
        (
            NEWS["event"] | {"detail": {"eventTime": "2026-03-02T08:14:09Z"}},
            "The document names no event of AWS KMS.",
        ),
        (
            BARE | {"eventSource": "geo.amazonaws.com", "eventName": "DeleteKey"},
            "The event does not come from AWS KMS.",
        ),
        (NATIVE | {"source": "aws.ec2"}, "The event does not come from AWS KMS."),
        (
            NEWS["event"] | {"source": "reprieve.drill"},
            "The event does not come from AWS KMS.",
        ),
    ],
)
def test_a_document_without_a_kms_event_is_refused_with_the_reason(
    document: object, reason: str
) -> None:
    with pytest.raises(UnreadableEventError) as refused:
        record_in(document)
    assert str(refused.value) == reason


def test_an_event_that_does_not_say_its_service_is_taken_for_one_of_kms() -> None:
    del (unsourced := recorded("schedule-by-role"))["eventSource"]
    assert record_in(unsourced).name == "ScheduleKeyDeletion"


@pytest.mark.parametrize(
    ("changes", "account"),
    [
        ({}, "111122223333"),
        ({"recipientAccountId": ""}, "444455556666"),
        ({"recipientAccountId": "<!here>"}, "444455556666"),
        ({"recipientAccountId": 111122223333}, "444455556666"),
    ],
)
def test_the_account_is_the_recipient_and_else_the_sender_of_the_event(
    changes: dict[str, object], account: str
) -> None:
    record = record_in({"detail": BARE | changes, "account": "444455556666"})
    assert record.account == account


def test_without_either_the_account_is_that_of_the_caller() -> None:
    identity = {"accountId": "777788889999"}
    record = record_in(
        BARE | {"recipientAccountId": None, "userIdentity": identity},
    )
    assert record.account == "777788889999"


@pytest.mark.parametrize("written", [None, "", "a b", "<id>\n", "1" * 257, 1])
def test_an_event_id_is_whole_or_that_of_the_envelope(written: object) -> None:
    record = record_in({"detail": BARE | {"eventID": written}, "id": "from-outside"})
    assert record.event_id == "from-outside"
