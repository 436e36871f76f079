"""One CloudTrail record or native KMS event, read into one shape."""

from dataclasses import dataclass
from datetime import datetime

from chalice_app.domain.actor import Actor
from chalice_app.domain.subject import Subject
from chalice_app.domain.unreadable import UnreadableEventError

__all__ = ["KeyEvent", "UnreadableEventError"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEvent:
    name: str
    error: str | None
    error_message: str | None
    subject: Subject
    account: str | None
    region: str | None
    partition: str
    actor: Actor | None
    source_ip: str | None
    tool: str | None
    occurred_at: datetime
    deletion_date: datetime | None
    deletion_date_text: str | None
    key_state: str | None
    event_id: str

    @property
    def succeeded(self) -> bool:
        return self.error is None
