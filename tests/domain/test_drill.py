"""What is a drill, and that nothing its sender typed makes it anything else."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.drill import DrillNews, drill_in
from chalice_app.domain.key_event import UnreadableEventError, read_event_text
from tests.fakes.drills import ID, drill_event, drill_note
from tests.fakes.news import note, record
from tests.fakes.places import NOON

READ = DrillNews(id=ID, event_at=NOON, news_at=NOON + timedelta(seconds=0.25))
KMS = record("ScheduleKeyDeletion")["detail"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner)
    ),
    max_leaves=8,
)


def test_a_drill_is_read_with_the_times_of_aws() -> None:
    assert drill_in(drill_note()) == READ


def test_snss_own_way_to_write_a_time_is_read() -> None:
    told = {**drill_note(), "Timestamp": "2026-11-24T12:00:01.250Z"}
    news = drill_in(told)
    assert news
    assert news.news_at == datetime(2026, 11, 24, 12, 0, 1, 250_000, tzinfo=UTC)


def test_a_bare_event_is_a_drill_too() -> None:
    assert drill_in({**drill_note(), "Message": json.dumps(drill_event())}) == READ


@given(detail=JSON)
def test_whatever_the_sender_typed_it_is_this_drill_and_no_news_of_a_key(
    detail: Any,
) -> None:
    forged = drill_note(drill_event(detail=detail))
    assert drill_in(forged) == READ
    with pytest.raises(UnreadableEventError):
        read_event_text(forged["Message"])


@pytest.mark.parametrize(
    "changes",
    [
        {"account": "444455556666"},
        {"account": None},
        {"source": "reprieve.drills"},
        {"source": "aws.kms"},
        {"id": "0123456789"},
        {"id": f"{ID}\n"},
        {"id": ID.upper()},
        {"id": None},
        {"time": "noon"},
        {"time": None},
    ],
)
def test_what_eventbridge_would_not_have_written_is_no_drill(
    changes: dict[str, Any],
) -> None:
    assert drill_in(drill_note(drill_event(**changes))) is None


@pytest.mark.parametrize("detail", [KMS, {**KMS, "event": KMS}, {"detail": KMS}])
def test_a_record_of_kms_inside_a_broken_drill_is_no_news_of_a_key(
    detail: object,
) -> None:
    broken = drill_note(drill_event(id="no id", detail=detail))
    assert drill_in(broken) is None
    with pytest.raises(UnreadableEventError):
        read_event_text(broken["Message"])


@pytest.mark.parametrize("text", ["", "[]", "{", "7", '{"news": "drill"}'])
def test_what_is_no_document_is_no_drill(text: str) -> None:
    assert drill_in({**drill_note(), "Message": text}) is None


def test_news_of_a_key_is_no_drill_whatever_kind_it_names() -> None:
    event = record("DisableKey")
    assert drill_in(note(event)) is None
    assert drill_in(note(json.dumps({"news": "drill", "event": event}))) is None
