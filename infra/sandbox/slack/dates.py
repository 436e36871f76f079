"""Slack's date sequence, shown as a reader in one zone sees it at one moment."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

DAY = timedelta(days=1)
_NAMED = r"\{(\w+)\}"
STEPS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    at: datetime
    now: datetime


def show_date(target: str, fallback: str, zone: tzinfo, now: datetime) -> str:
    """Fill the tokens of `epoch^format`; what Slack cannot fill shows the fallback."""
    read = read_date(target)
    if read is None:
        return fallback
    at, pattern = read
    moment = Moment(at=at.astimezone(zone), now=now.astimezone(zone))
    return re.sub(_NAMED, lambda found: TOKENS[found[1]](moment), pattern)


def read_date(target: str) -> tuple[datetime, str] | None:
    """Give the moment and the format, or None for what Slack cannot fill."""
    epoch, _, rest = target.partition("^")
    pattern = rest.partition("^")[0]
    named = re.findall(_NAMED, pattern)
    at = _read_epoch(epoch)
    fillable = named and TOKENS.keys() >= set(named)
    return (at, pattern) if at and fillable else None


def _read_epoch(text: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _ordinal(day: int) -> str:
    teens = (11, 12, 13)
    ending = "th" if day in teens else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _date(moment: Moment) -> str:
    return f"{moment.at:%B} {_ordinal(moment.at.day)}, {moment.at.year}"


def _short(moment: Moment) -> str:
    return f"{moment.at:%b} {moment.at.day}, {moment.at.year}"


def _long(moment: Moment) -> str:
    return f"{moment.at:%A}, {_date(moment)}"


def _time(moment: Moment) -> str:
    return f"{moment.at.hour % 12 or 12}:{moment.at:%M %p}"


def _time_secs(moment: Moment) -> str:
    return f"{moment.at.hour % 12 or 12}:{moment.at:%M:%S %p}"


def _ago(moment: Moment) -> str:
    seconds = int((moment.now - moment.at).total_seconds())
    for name, size in STEPS:
        count = abs(seconds) // size
        if count:
            words = f"{count} {name}{'s' if count > 1 else ''}"
            return f"{words} ago" if seconds > 0 else f"in {words}"
    return "now"


def _pretty(plain: Callable[[Moment], str]) -> Callable[[Moment], str]:
    """Prefer a word for the days around now."""

    def show(moment: Moment) -> str:
        days = (moment.at.date() - moment.now.date()) // DAY
        near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
        return near.get(days) or plain(moment)

    return show


TOKENS: Mapping[str, Callable[[Moment], str]] = {
    "date_num": lambda moment: f"{moment.at:%Y-%m-%d}",
    "date": _date,
    "date_pretty": _pretty(_date),
    "date_short": _short,
    "date_short_pretty": _pretty(_short),
    "date_long": _long,
    "date_long_pretty": _pretty(_long),
    "time": _time,
    "time_secs": _time_secs,
    "ago": _ago,
}
