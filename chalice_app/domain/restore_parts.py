"""What a restore of many keys is made of, as it lies in the table."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalice_app.domain.case_parts import Place
from chalice_app.domain.remedy import Remedy

# What is told at the end: by e-mail, in the thread, and by the last progress line.
NOTICE, LINE, END = "notice", "line", "end"


class Ending(StrEnum):
    """What became of one key."""

    PROVED = "proved"
    UNNEEDED = "unneeded"  # it was where the remedy would bring it
    REFUSED = "refused"  # KMS refused a call
    CHANGED = "changed"  # the remedy does not fit the key's state
    UNSURE = "unsure"  # not confirmed yet
    TOO_LATE = "too_late"  # its turn came too long after the submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """What a responder has asked for, as it stands in the table."""

    id: str  # of the press
    digest: str
    user: str
    remedy: Remedy
    reason: str
    asked_at: datetime
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one key ended; `detail` is its state, or KMS's error."""

    label: str
    ending: Ending
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many keys ended alike, and the alerts of the first of them."""

    ending: Ending
    detail: str | None
    count: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a restore is; `step` counts what was done, whatever it was."""

    step: int = 1
    left: tuple[str, ...]
    later: tuple[str, ...] = ()
    rounds: int = 0
    tallies: tuple[Tally, ...] = ()
    place: Place | None = None  # of the progress line
    shown_at: datetime | None = None
    shown_step: int = 1  # the step after which the line has shown the latest
    told: frozenset[str] = frozenset()
    failed: int = 0  # times in a row that something was not told
