"""Tests of reading a whole event into one shape."""

import json
from dataclasses import astuple
from datetime import UTC, datetime

import pytest

from chalice_app.domain.actor import Actor
from chalice_app.domain.key_event import (
    KeyEvent,
    UnreadableEventError,
    read_event,
    read_event_text,
)
from chalice_app.domain.subject import key_from_arn
from tests.domain.recorded import KEY_ARN, NAMES, recorded

BARE = recorded("schedule-by-role")
SCHEDULED = KeyEvent(
    name="ScheduleKeyDeletion",
    error=None,
    error_message=None,
    subject=key_from_arn(KEY_ARN),
    account="111122223333",
    region="eu-west-1",
    partition="aws",
    actor=Actor(
        kind="AssumedRole",
        name="ada.lovelace@example.com (role Deployer)",
        arn="arn:aws:sts::111122223333:assumed-role/Deployer/ada.lovelace@example.com",
    ),
    source_ip="198.51.100.17",
    tool="aws-cli",
    occurred_at=datetime(2026, 3, 2, 8, 14, 9, tzinfo=UTC),
    deletion_date=datetime(2026, 3, 9, 8, 14, 9, tzinfo=UTC),
    deletion_date_text=None,
    key_state="PendingDeletion",
    event_id="b7a5c8e4-52d1-4c1f-a3f0-000000000001",
)


@pytest.mark.parametrize("name", ["schedule-by-role", "schedule-as-news"])
def test_a_record_and_its_news_document_read_the_same(name: str) -> None:
    assert read_event(recorded(name)) == SCHEDULED


@pytest.mark.parametrize("name", NAMES)
def test_text_reads_as_its_document_does(name: str) -> None:
    text = json.dumps(recorded(name))
    assert read_event_text(text.encode()) == read_event(recorded(name))


def test_a_call_that_kms_refused_says_so_and_why() -> None:
    event = read_event(recorded("enable-refused-while-dying"))
    assert not event.succeeded
    assert event.error == "KMSInvalidStateException"
    assert event.error_message == f"{KEY_ARN} is pending deletion."


@pytest.mark.parametrize("code", [None, "", 403, {}])
def test_an_error_that_is_no_text_is_no_refusal(code: object) -> None:
    # Taking a success for a refusal would hide the button that saves the key.
    assert read_event(BARE | {"errorCode": code}).succeeded


def test_a_key_that_waits_for_its_replicas_has_a_state_and_no_date() -> None:
    event = read_event(recorded("schedule-waits-for-replicas"))
    assert (event.key_state, event.deletion_date) == ("PendingReplicaDeletion", None)


def test_a_date_that_cannot_be_parsed_is_kept_as_written() -> None:
    changed = BARE | {"responseElements": {"deletionDate": "in a week"}}
    event = read_event(changed)
    assert (event.deletion_date, event.deletion_date_text) == (None, "in a week")


def test_a_native_event_names_a_key_and_nobody() -> None:
    event = read_event(recorded("native-deletion"))
    assert (event.subject.arn, event.actor, event.source_ip) == (KEY_ARN, None, None)
    assert event.occurred_at == datetime(2026, 3, 9, 8, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize("time", [None, "yesterday", 1772438049, ""])
def test_the_envelope_tells_the_time_that_the_record_does_not(time: object) -> None:
    document = {"detail": BARE | {"eventTime": time}, "time": "2026-03-02T08:14:10Z"}
    assert read_event(document).occurred_at.second == 10


def test_an_event_without_any_time_is_refused() -> None:
    with pytest.raises(UnreadableEventError, match=r"^The event has no time that"):
        read_event({"detail": BARE | {"eventTime": None}, "time": "soon"})


def without_id(**changes: object) -> str:
    return read_event({**BARE, "eventID": None, **changes}).event_id


def test_copies_of_an_event_without_an_id_share_one_made_from_their_content() -> None:
    assert without_id() == without_id()
    assert without_id().startswith("sha256-")


@pytest.mark.parametrize(
    "changes",
    [
        {"eventName": "DisableKey"},
        {"eventTime": "2026-03-02T08:14:10Z"},
        {"resources": [{"ARN": KEY_ARN + "0"}]},
        {"requestID": "another"},
        {"errorCode": "AccessDenied"},
    ],
)
def test_different_events_without_an_id_are_told_apart(
    changes: dict[str, object],
) -> None:
    assert without_id(**changes) != without_id()


def test_outside_text_is_cut_to_a_length_that_can_be_shown() -> None:
    long = "x" * 5000
    texts = ("errorCode", "errorMessage", "sourceIPAddress", "eventName")
    event = read_event(BARE | dict.fromkeys(texts, long))
    assert all(len(value) <= 2048 for value in astuple(event) if isinstance(value, str))
