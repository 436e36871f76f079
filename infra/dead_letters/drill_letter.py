"""Tells a drill among the dead letters from what cannot be read."""

from chalice_app.domain.drill import SOURCE
from chalice_app.domain.fields import text_at
from chalice_app.domain.json_text import parse_json
from chalice_app.domain.record import unwrapped
from chalice_app.domain.unreadable import UnreadableEventError


def drill_line(message: str) -> str | None:
    """Name a drill by its event; None if the message is about something else."""
    try:
        event, _ = unwrapped(parse_json(message))
    except UnreadableEventError:
        return None
    if text_at(event, "source") != SOURCE:
        return None
    return f"a drill, event {text_at(event, 'id')}"
