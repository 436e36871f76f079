"""Where a reading of the event history stands, and which page it asks for next."""

from dataclasses import dataclass, replace
from datetime import datetime

from infra.operator.replay.listening import HEARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What LookupEvents answered: the newest event first."""

    records: tuple[object, ...]
    times: tuple[datetime, ...]
    token: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The next page to ask for: of one event name, or of all events of KMS."""

    region: str
    since: datetime
    name: str | None = None
    until: datetime | None = None
    token: str | None = None
    pages: int = 0
    newest: datetime | None = None
    oldest: datetime | None = None

    @property
    def share(self) -> float:
        """Say how much of the reading is done, between 0 and 1."""
        if self.name:
            return HEARD.index(self.name) / len(HEARD)
        if self.newest is None or self.oldest is None:
            return 0.0
        return (self.newest - self.oldest) / (self.newest - self.since)


def following(reading: Reading, page: Page) -> Reading | None:
    """Give what to ask for after a page; None after the last.

    One lookup has one attribute. All events of KMS are one lookup, of very many pages
    where keys are used; the names are a lookup each, mostly of one page.
    """
    read = _counted(reading, page)
    if page.token is None:
        return _next_name(read) if read.name else None
    if read.name is None and _has_many_left(read):
        return replace(read, name=HEARD[0], until=read.oldest, token=None)
    return read


def without_token(reading: Reading) -> Reading:
    """Ask for what is left by its time; events of one second may come twice."""
    return replace(reading, token=None, until=reading.oldest or reading.until)


def _counted(reading: Reading, page: Page) -> Reading:
    return replace(
        reading,
        pages=reading.pages + 1,
        token=page.token,
        newest=reading.newest or max(page.times, default=None),
        oldest=min(page.times, default=reading.oldest),
    )


def _next_name(reading: Reading) -> Reading | None:
    later = HEARD[HEARD.index(reading.name or "") + 1 :]
    return replace(reading, name=later[0]) if later else None


def _has_many_left(reading: Reading) -> bool:
    """Guess from the pages so far if the rest has more of them than names."""
    if reading.newest is None or reading.oldest is None:
        return False
    left, covered = reading.oldest - reading.since, reading.newest - reading.oldest
    return left * reading.pages > covered * len(HEARD)
