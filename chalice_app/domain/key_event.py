"""One CloudTrail record or native KMS event, read into one shape."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from chalice_app.domain.actor import Actor, actor_in
from chalice_app.domain.fields import text_at
from chalice_app.domain.json_text import parse_json
from chalice_app.domain.named_subject import named_subject
from chalice_app.domain.record import Record, record_in
from chalice_app.domain.subject import Subject
from chalice_app.domain.tool import tool_in
from chalice_app.domain.trail_time import parse_deletion_date, parse_instant, written
from chalice_app.domain.unreadable import UnreadableEventError

__all__ = ["KeyEvent", "UnreadableEventError", "read_event", "read_event_text"]


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


def read_event(document: object) -> KeyEvent:
    record = record_in(document)
    detail, subject = record.detail, named_subject(record)
    deletion_date_text = text_at(detail, "responseElements", "deletionDate", limit=64)
    deletion_date = parse_deletion_date(deletion_date_text or "")
    return KeyEvent(
        name=record.name,
        error=text_at(detail, "errorCode", limit=128),
        error_message=text_at(detail, "errorMessage", limit=1024),
        subject=subject,
        account=subject.account,
        region=subject.region,
        partition=subject.partition,
        actor=actor_in(detail),
        source_ip=text_at(detail, "sourceIPAddress", limit=128),
        tool=tool_in(detail),
        occurred_at=_time_of(record),
        deletion_date=deletion_date,
        deletion_date_text=None if deletion_date else deletion_date_text,
        key_state=text_at(detail, "responseElements", "keyState", limit=64),
        event_id=record.event_id or _id_from_content(record, subject),
    )


def read_event_text(text: str | bytes) -> KeyEvent:
    return read_event(parse_json(text))


def _time_of(record: Record) -> datetime:
    for text in record.times:
        moment = parse_instant(text)
        if moment:
            return moment
    raise UnreadableEventError("The event has no time that can be read.")


def _id_from_content(record: Record, subject: Subject) -> str:
    """Make one id for every copy of an event that carries none."""
    content = [
        record.name,
        subject.name,
        written(_time_of(record)),
        text_at(record.detail, "requestID"),
        text_at(record.detail, "errorCode"),
    ]
    return "sha256-" + sha256(json.dumps(content).encode()).hexdigest()
