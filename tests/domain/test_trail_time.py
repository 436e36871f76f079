"""Tests of reading the times that AWS writes."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.trail_time import parse_deletion_date, parse_instant, written


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Jul 31, 2020 12:00:00 AM", "2020-07-31T00:00:00Z"),
        ("Dec 5, 2025, 12:04:41 PM", "2025-12-05T12:04:41Z"),
        ("Nov 2, 2021, 11:25:25 PM", "2021-11-02T23:25:25Z"),
        ("Oct 21, 2024, 2:25:29 PM", "2024-10-21T14:25:29Z"),
        ("Apr 12, 2021 18:58:30 PM", "2021-04-12T18:58:30Z"),
        ("Apr 12, 2021 18:58:30 AM", "2021-04-12T18:58:30Z"),
        ("Apr 12, 2021 00:58:30 AM", "2021-04-12T00:58:30Z"),
        ("Apr 12, 2021 18:58:30", "2021-04-12T18:58:30Z"),
        ("Sept 9, 2026, 1:02:03 am", "2026-09-09T01:02:03Z"),
        ("Mar\u00a09, 2026, 8:14:09\u202fAM", "2026-03-09T08:14:09Z"),
        ("2026-03-09T08:14:09Z", "2026-03-09T08:14:09Z"),
        ("2026-03-09T10:14:09+02:00", "2026-03-09T08:14:09Z"),
        ("20260309T081409Z", "2026-03-09T08:14:09Z"),
    ],
)
def test_every_form_of_a_deletion_date_is_read_as_utc(text: str, moment: str) -> None:
    found = parse_deletion_date(text)
    assert found is not None
    assert (written(found), found.tzinfo) == (moment, UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "Feb 30, 2026, 1:00:00 AM",
        "Foo 3, 2026, 1:00:00 AM",
        "Mar 9, 2026, 24:00:00",
        "Mar 9, 0000, 1:00:00 AM",
        "Mar \u0669, 2026, 8:14:09 AM",
        "0001-01-01T00:00:00+14:00",
    ],
)
def test_what_names_no_moment_gives_none(text: str) -> None:
    assert parse_deletion_date(text) is None


@given(st.text())
def test_no_text_breaks_the_reading_of_a_time(text: str) -> None:
    found = parse_deletion_date(text), parse_instant(text)
    assert all(moment is None or moment.tzinfo is UTC for moment in found)


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_written_moment_is_read_back(moment: datetime) -> None:
    assert parse_instant(written(moment)) == moment


def test_a_moment_is_written_in_utc() -> None:
    east = timezone(timedelta(hours=2))
    assert written(datetime(2026, 3, 9, 1, tzinfo=east)) == "2026-03-08T23:00:00Z"
