"""Into which case an event goes: one that takes it, a new one, or none."""

from collections.abc import Callable

from chalice_app.domain.case import Case, joined
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import takes
from chalice_app.domain.subject import Subject, SubjectKind
from chalice_app.domain.watched import WATCHED

Find = Callable[[str], Case | None]


def about(subject: Subject, event_id: str) -> str:
    """Name what a case is about; an event that names nothing stands alone."""
    nameless = subject.kind is SubjectKind.UNKNOWN
    return f"{subject.name}/{event_id}" if nameless else subject.name


def recorded(
    event: KeyEvent, last: Case | None, find: Find, *, ours: bool = True
) -> Case | None:
    """Put an event into its case; None if it opens none and follows none.

    `last` is the case that was opened last on the same key; `find` gives earlier ones.
    """
    taker = _taker(event, last, find)
    if taker:
        return joined(taker, event)
    if WATCHED[event.name].opens:
        return opened(event, ours=ours, previous=last.id if last else None)
    return None


def _taker(event: KeyEvent, last: Case | None, find: Find) -> Case | None:
    """Find the case that takes an event; refused attempts hide none before them."""
    case = last
    while case and not takes(case, event):
        if case.trouble or case.previous is None:
            return None
        case = find(case.previous)
    return case
