"""A case: one key in trouble, from the first news until it is resolved."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from chalice_app.domain.case_parts import Place, Saved, Unreadable
from chalice_app.domain.harm import Calls, does_harm, later, later_harm, noted
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.quiet import Quiet
from chalice_app.domain.relief import contradicts, harmed_at, relieved_since, undone
from chalice_app.domain.subject import Subject
from chalice_app.domain.watched import News, news_of

__all__ = [
    "Case",
    "Place",
    "Saved",
    "Unreadable",
    "joined",
    "looked_at",
    "looking",
    "saved",
]

_RELIEF = frozenset({"CancelKeyDeletion", "EnableKey"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    id: str
    began_at: datetime  # no message of it is older
    version: int = 1
    shown_version: int = 0
    subject: Subject
    opener: KeyEvent | None  # None: nothing readable opened it, or the sweep did
    trouble: KeyEvent | None  # the latest event that did harm
    found: KeyReading | None = None  # what the sweep found, without any event
    relieved_at: datetime | None = None
    calls: Calls = field(default_factory=Calls)
    tries: int = 0  # refused attempts
    latest_try: datetime | None = None
    ours: bool = True  # the event is of this account
    unreadable: Unreadable | None = None
    reading: KeyReading | None = None
    lookers: tuple[str, ...] = ()
    saved: tuple[Saved, ...] = ()
    place: Place | None = None
    previous: str | None = None
    worse: KeyState | None = None  # found so by a reading, and not yet told
    digest: str | None = None  # shown there, and in no message of its own
    quiet: Quiet | None = None  # what somebody has said last
    reminder: str | None = None  # the one that stands in the channel, by its id

    @property
    def label(self) -> str:
        """Name the case for people."""
        return f"RP-{self.id.upper()}"


def joined(case: Case, event: KeyEvent) -> Case:
    """Add a later event on the same key; events may come in any order."""
    case = replace(case, version=case.version + 1)
    if news_of(event) is News.REFUSED:
        latest = later(case.latest_try, event.occurred_at)
        return replace(case, tries=case.tries + 1, latest_try=latest)
    if not event.succeeded:
        return case
    if does_harm(event):
        case = replace(case, trouble=later_harm(case.trouble, event), worse=None)
    if event.name in _RELIEF:
        case = replace(case, relieved_at=later(case.relieved_at, event.occurred_at))
    return replace(case, calls=noted(case.calls, event))


def looked_at(case: Case, reading: KeyReading) -> Case:
    """Store what KMS answered; a new version only if people would see a difference.

    A proof stands against a young reading that still tells of the time before it.
    """
    before, reading = case.reading, reading.after(case.reading)
    if before and _takes_back(case, before, reading):
        return case
    same = (
        before
        and replace(reading, read_at=before.read_at) == before
        and _counts(case, reading) == _counts(case, before)
    )
    return replace(case, reading=reading, version=case.version + (not same))


def looking(case: Case, user: str) -> Case:
    """Note who is looking at it."""
    if user in case.lookers:
        return case
    return replace(case, lookers=(*case.lookers, user), version=case.version + 1)


def saved(case: Case, act: Saved, reading: KeyReading) -> Case:
    """Note a remedy that the reading proves; the same press is noted once."""
    if any(it.press_id == act.press_id for it in case.saved):
        return case
    return replace(
        case,
        saved=(*case.saved, act),
        reading=reading.after(case.reading),
        relieved_at=later(case.relieved_at, reading.read_at),
        version=case.version + 1,
    )


def _takes_back(case: Case, before: KeyReading, reading: KeyReading) -> bool:
    relief, harmed = case.relieved_at, harmed_at(case.trouble, case.found)
    if relief is None or not relieved_since(relief, harmed):
        return False
    states = undone(relief, case.calls, case.saved)
    proved = before.read_at >= relief and before.state not in states
    return proved and contradicts(reading, relief, states)


def _counts(case: Case, reading: KeyReading) -> tuple[bool, bool]:
    """Tell what the age of a reading makes it good for (see `phase.confirmed`)."""
    harm, relief = harmed_at(case.trouble, case.found), case.relieved_at
    settled = harm is not None and reading.settled(harm)
    return settled, relief is not None and relief <= reading.read_at
