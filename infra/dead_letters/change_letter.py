"""Tells a change of Reprieve itself among the dead letters from what cannot be read."""

from chalice_app.domain.fields import text_at
from chalice_app.domain.json_text import parse_json
from chalice_app.domain.record import unwrapped
from chalice_app.domain.unreadable import UnreadableEventError
from chalice_app.domain.watcher.change import of_a_service


def change_line(message: str) -> str | None:
    """Name the call that was made; None if the message is about something else."""
    try:
        event, detail = unwrapped(parse_json(message))
    except UnreadableEventError:
        return None
    if not of_a_service(event):
        return None
    return f"{text_at(detail, 'eventName')}, event {text_at(detail, 'eventID')}"
