"""Reads a dead letter: what it is about, and what went wrong; each sender's shape."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from chalice_app.domain.key_event import read_event_text
from chalice_app.domain.unreadable import UnreadableEventError
from infra.dead_letters.change_letter import change_line
from infra.dead_letters.drill_letter import drill_line, heartbeat_line
from infra.dead_letters.fault import LOG, fault, part
from infra.dead_letters.kind import Kind
from infra.dead_letters.press_letter import press_in

Json = Mapping[str, Any]
NOT_READ = "cannot be read; show it to see the text"


# What is tried again; a press is never carried out by a redrive.
REDRIVEN = frozenset({Kind.RULE, Kind.TOPIC, Kind.ALERTS, Kind.SWEEP})


_ORDERS: Mapping[Kind, tuple[frozenset[str], str]] = MappingProxyType(
    {
        Kind.LOOK: (frozenset({"look", "looks"}), "second look at case {look}"),
        Kind.DIGEST: (frozenset({"digest", "turn"}), "drawing of storm {digest}"),
        Kind.RESTORE: (frozenset({"restore", "step"}), "step {step} of {restore}"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One message as SQS holds it."""

    id: str
    body: str
    sent_at: datetime
    queue_url: str
    receipt: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    raw: Raw
    kind: Kind
    what: str
    why: str
    content: object


def read_event_letter(raw: Raw, topic: str) -> Letter:
    """Read a letter about news; only what came from this topic can be tried again."""
    document = _parsed(raw.body)
    kind = _kind(document, topic)
    why = fault(kind, document, raw.attributes)
    content = raw.body if kind is Kind.UNKNOWN else document
    return Letter(
        raw=raw, kind=kind, what=_what(kind, document), why=why, content=content
    )


def read_press_letter(raw: Raw) -> Letter:
    """Read a press or an order; what is secret in a press is left out."""
    document = _parsed(raw.body)
    for order, (keys, said) in _ORDERS.items():
        if document.keys() == keys:
            what = said.format_map(document)
            return Letter(raw=raw, kind=order, what=what, why=LOG, content=document)
    press = press_in(document)
    what = " ".join(f"{name}={value}" for name, value in press.items()) or NOT_READ
    kind = Kind.PRESS if press else Kind.UNKNOWN
    return Letter(raw=raw, kind=kind, what=what, why=LOG, content=press)


def _parsed(body: str) -> Json:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _kind(document: Json, topic: str) -> Kind:
    if "detail-type" in document:
        return Kind.RULE
    if document.get("Type") == "Notification":
        return Kind.TOPIC if document.get("TopicArn") == topic else Kind.UNKNOWN
    payload = part(document, "requestPayload")
    if document.keys() in ({"inventory", "page"}, {"begin"}):
        return Kind.PAGE
    if payload.get("detail-type") == "Scheduled Event":
        return Kind.SWEEP
    return Kind.ALERTS if _note(payload).get("TopicArn") == topic else Kind.UNKNOWN


def _what(kind: Kind, document: Json) -> str:
    if kind is Kind.SWEEP:
        return "the hourly sweep"
    if kind is Kind.PAGE:
        return f"the look at all keys, page {document.get('page', 1)}"
    return _event_line(message_of(kind, document))


def message_of(kind: Kind, document: Json) -> str:
    """Give the text of the news, or of the event itself."""
    if kind is Kind.RULE:
        return json.dumps(document)
    note = document if kind is Kind.TOPIC else _note(part(document, "requestPayload"))
    return str(note.get("Message", ""))


def _event_line(message: str) -> str:
    try:
        event = read_event_text(message)
    except UnreadableEventError:
        found = drill_line(message) or heartbeat_line(message)
        return found or change_line(message) or NOT_READ
    return f"{event.name} on {event.subject.name}, event {event.event_id}"


def _note(payload: Json) -> Json:
    records = payload.get("Records")
    first = records[0] if isinstance(records, list) and records else None
    return part(first, "Sns") if isinstance(first, dict) else {}
