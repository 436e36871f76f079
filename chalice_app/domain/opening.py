"""How a case begins."""

import hashlib
from dataclasses import replace

from chalice_app.domain.case import Case, Unreadable, joined
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.subject import Subject, SubjectKind

_NOTHING = Subject(
    kind=SubjectKind.UNKNOWN, id="", account=None, region=None, partition="aws"
)


def case_id(*parts: str) -> str:
    """Derive an id that tells nothing and is the same at every delivery."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]


def opened(event: KeyEvent, *, ours: bool, previous: str | None = None) -> Case:
    """Open a case with its first event."""
    case = Case(
        id=case_id(event.subject.name, event.event_id),
        began_at=event.occurred_at,
        subject=event.subject,
        opener=event,
        trouble=None,
        ours=ours,
        previous=previous,
    )
    return replace(joined(case, event), version=1)


def opened_unreadable(found: Unreadable, delivery: str) -> Case:
    """Open a case for something on the topic that is no event we can read."""
    return Case(
        id=case_id("unreadable", delivery),
        began_at=found.arrived_at,
        subject=_NOTHING,
        opener=None,
        trouble=None,
        unreadable=found,
    )


def opened_found(key: Subject, reading: KeyReading, previous: str | None) -> Case:
    """Open a case for a key in trouble that no event has announced."""
    return Case(
        id=case_id(key.name, "found", previous or ""),
        began_at=reading.read_at,
        subject=key,
        opener=None,
        trouble=None,
        found=reading,
        reading=reading,
        previous=previous,
    )
