"""Which of CloudTrail's records Reprieve's rules would have let through to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from chalice_app.domain.fields import text_at
from chalice_app.domain.key_event import KeyEvent, UnreadableEventError, read_event
from chalice_app.domain.watched import WATCHED
from infra.operator.replay.key_states import IMPORTED

_SOURCE = "kms.amazonaws.com"
# KMS sends its native events to EventBridge alone; no trail and no history has them.
NATIVE = tuple(name for name in WATCHED if name.startswith("KMS "))
HEARD = (*(name for name in WATCHED if name not in NATIVE), IMPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The events, and how many records of them could not be read."""

    events: tuple[KeyEvent, ...] = ()
    unread: int = 0

    @classmethod
    def all(cls, parts: Iterable["Heard"]) -> "Heard":
        found = tuple(parts)
        return cls(
            events=tuple(event for part in found for event in part.events),
            unread=sum(part.unread for part in found),
        )


def heard(records: Iterable[object]) -> Heard:
    events: list[KeyEvent] = []
    unread = 0
    for record in records:
        if not is_heard(record):
            continue
        try:
            events.append(read_event(record))
        except UnreadableEventError:
            unread += 1
    return Heard(events=tuple(events), unread=unread)


def is_heard(record: object) -> bool:
    source = text_at(record, "eventSource") or ""
    return source.startswith(_SOURCE) and text_at(record, "eventName") in HEARD
