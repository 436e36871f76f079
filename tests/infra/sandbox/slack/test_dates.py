"""Slack's dates, as a reader in one zone sees them at one moment."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.sandbox.slack.dates import show_date

NOW = datetime(2026, 11, 23, 14, 5, 9, tzinfo=UTC)
EPOCH = int(NOW.timestamp())
DAY = 86_400


def shown(pattern: str, epoch: int = EPOCH, zone: str = "UTC") -> str:
    return show_date(f"{epoch}^{pattern}", "fallback", ZoneInfo(zone), NOW)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{date_num}", "2026-11-23"),
        ("{date}", "November 23rd, 2026"),
        ("{date_short}", "Nov 23, 2026"),
        ("{date_long}", "Monday, November 23rd, 2026"),
        ("{date_pretty}", "today"),
        ("{date_short_pretty} at {time}", "today at 2:05 PM"),
        ("{time_secs}", "2:05:09 PM"),
        ("{ago}", "now"),
        ("on {date_short}^https://a.b", "on Nov 23, 2026"),
        ("{unknown}", "fallback"),
        ("{date} {unknown}", "fallback"),
        ("no token", "fallback"),
        ("", "fallback"),
    ],
)
def test_tokens_are_filled_as_slack_fills_them(pattern: str, expected: str) -> None:
    assert shown(pattern) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, "yesterday"), (1, "tomorrow"), (7, "Nov 30, 2026"), (-2, "Nov 21, 2026")],
)
def test_only_the_days_around_now_have_a_word(days: int, expected: str) -> None:
    assert shown("{date_short_pretty}", EPOCH + days * DAY) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")],
)
def test_a_day_has_its_ending(day: int, expected: str) -> None:
    at = int(datetime(2026, 12, day, tzinfo=UTC).timestamp())

    assert shown("{date}", at) == f"December {expected}, 2026"


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (-5, "5 seconds ago"),
        (-60, "1 minute ago"),
        (7200, "in 2 hours"),
        (3 * DAY, "in 3 days"),
    ],
)
def test_ago_looks_both_ways(seconds: int, expected: str) -> None:
    assert shown("{ago}", EPOCH + seconds) == expected


def test_the_zone_of_the_reader_decides() -> None:
    midnight = int(datetime(2026, 11, 30, 0, 30, tzinfo=UTC).timestamp())

    assert shown("{date_num} {time}", midnight) == "2026-11-30 12:30 AM"
    assert shown("{date_num}", midnight, "America/New_York") == "2026-11-29"


@given(st.text() | st.integers().map(str), st.text())
def test_any_date_is_shown_or_falls_back(epoch: str, pattern: str) -> None:
    zone = ZoneInfo("Pacific/Kiritimati")

    assert isinstance(
        show_date(f"{epoch}^{pattern}{{time}}", "", zone, NOW + timedelta(1)), str
    )
