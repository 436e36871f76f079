"""A fault: where it strikes, at which call, what happens, how often."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

ANY = "*"


class Kind(StrEnum):
    RATE_LIMIT = "rate-limit"
    STATUS = "status"
    ERROR = "error"
    CLOSED = "closed"
    SILENCE = "silence"
    LOST = "lost"
    STALE = "stale"
    KILL_BEFORE = "kill-before"
    KILL_AFTER = "kill-after"
    TWICE = "twice"
    LATE = "late"
    SHUFFLED = "shuffled"
    GONE = "gone"


MEANINGS: Mapping[Kind, str] = {
    Kind.RATE_LIMIT: "HTTP 429 with Retry-After: --seconds",
    Kind.STATUS: "HTTP --status instead of an answer",
    Kind.ERROR: "refused with the error --name, before any effect",
    Kind.CLOSED: "the connection ends before any effect",
    Kind.SILENCE: "no effect, and no answer for --seconds",
    Kind.LOST: "the effect, and no answer for --seconds",
    Kind.STALE: "DescribeKey tells of the time before the last change; "
    "conversations.history lacks the last --seconds",
    Kind.KILL_BEFORE: "the calling Lambda is killed, before any effect",
    Kind.KILL_AFTER: "the calling Lambda is killed, after the effect",
    Kind.TWICE: "delivered twice",
    Kind.LATE: "delivered after --seconds",
    Kind.SHUFFLED: "delivered at a random moment within --seconds",
    Kind.GONE: "never delivered",
}

KILLS = frozenset({Kind.KILL_BEFORE, Kind.KILL_AFTER})
DELIVERIES = frozenset({Kind.TWICE, Kind.LATE, Kind.SHUFFLED, Kind.GONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """`skip` calls pass first; `times` is None for a fault that stays."""

    where: str
    operation: str = ANY
    kind: Kind
    times: int | None = 1
    skip: int = 0
    seconds: float = 30
    status: int = 503
    name: str = "internal_error"
    text: str = ""

    def strikes(self, where: str, operation: str) -> bool:
        return self.where in {ANY, where} and self.operation in {ANY, operation}
