"""Tells drills and heartbeats among the dead letters from what cannot be read."""

from chalice_app.domain import heartbeat
from chalice_app.domain.drill import SOURCE
from chalice_app.domain.fields import Fields, text_at
from chalice_app.domain.json_text import parse_json
from chalice_app.domain.record import unwrapped
from chalice_app.domain.unreadable import UnreadableEventError


def drill_line(message: str) -> str | None:
    """Name a drill by its event; None if the message is about something else."""
    event = _event_in(message)
    if text_at(event, "source") != SOURCE:
        return None
    return f"a drill, event {text_at(event, 'id')}"


def heartbeat_line(message: str) -> str | None:
    """Name a heartbeat by its time; None if the message is about something else."""
    event = _event_in(message)
    said = text_at(event, "source"), text_at(event, "detail-type")
    if said != (heartbeat.SOURCE, heartbeat.DETAIL_TYPE):
        return None
    return f"a heartbeat of {text_at(event, 'time')}"


def _event_in(message: str) -> Fields:
    try:
        return unwrapped(parse_json(message))[0]
    except UnreadableEventError:
        return {}
