"""What a case keeps beside its events: a place in Slack, acts, what was unreadable."""

from dataclasses import dataclass
from datetime import datetime

from chalice_app.domain.remedy import Remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where Slack has the case's message."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A remedy that KMS has proved, and who pressed for it."""

    press_id: str
    remedy: Remedy
    user: str
    at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """What arrived on the topic and could not be read."""

    reason: str
    excerpt: str
    arrived_at: datetime
