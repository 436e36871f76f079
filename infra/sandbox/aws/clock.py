"""The sandbox's clock: real time, moved forward by whole days when it is told to."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

_HALF_DAY = 12


@dataclass(slots=True)
class Clock:
    ahead: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def epoch(self) -> float:
        return self.now().timestamp()

    def advance(self, days: float) -> None:
        self.ahead += timedelta(days=days)

    def reset(self) -> None:
        self.ahead = timedelta()


def iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def as_cloudtrail_prints(moment: datetime) -> str:
    # For example "Oct 21, 2024, 2:25:29 PM": UTC, without a zone and without padding.
    hour = moment.hour % _HALF_DAY or _HALF_DAY
    return f"{moment:%b} {moment.day}, {moment.year}, {hour}:{moment:%M:%S %p}"
