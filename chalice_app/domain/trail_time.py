"""Times as CloudTrail and KMS write them, always UTC."""

import re
from datetime import UTC, datetime

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_HOURS_OF_A_HALF_DAY = range(1, 13)
# Seen: "Jul 31, 2020 12:00:00 AM", "Nov 2, 2021, 11:25:25 PM", and "Apr 12, 2021
# 18:58:30 PM", a 24-hour clock with PM. No zone is written; live records show UTC.
_WRITTEN = re.compile(
    r"(?P<month>[a-z]{3})[a-z]* (?P<day>\d{1,2}) (?P<year>\d{4})"
    r" (?P<hour>\d{1,2}):(?P<minute>\d{2}):(?P<second>\d{2})(?: (?P<half>[ap]m))?",
    re.ASCII,
)


def parse_instant(text: str) -> datetime | None:
    try:
        return _in_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def parse_deletion_date(text: str) -> datetime | None:
    # split() also folds the no-break spaces that newer Java runtimes print.
    found = _WRITTEN.fullmatch(" ".join(text.replace(",", " ").lower().split()))
    return _moment(found) if found else parse_instant(text.strip())


def written(moment: datetime) -> str:
    return _in_utc(moment).isoformat().replace("+00:00", "Z")


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


def _moment(found: re.Match[str]) -> datetime | None:
    numbers = {name: int(found[name]) for name in ("year", "day", "minute", "second")}
    try:
        month = _MONTHS.index(found["month"]) + 1
        hour = _hour(int(found["hour"]), found["half"])
        return datetime(**numbers, month=month, hour=hour, tzinfo=UTC)
    except ValueError:
        return None


def _hour(number: int, half: str | None) -> int:
    if half is None or number not in _HOURS_OF_A_HALF_DAY:
        return number
    return number % 12 + (12 if half == "pm" else 0)
