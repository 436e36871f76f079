"""What Reprieve makes of an event, as text and as JSON."""

import json
from collections.abc import Callable, Mapping

from chalice_app.domain.key_event import KeyEvent, read_event_text
from chalice_app.domain.subject import SubjectKind
from chalice_app.domain.trail_time import written
from chalice_app.domain.watched import WATCHED, news_of

_LABEL_WIDTH = 15


def as_json(document: bytes) -> str:
    return json.dumps(_facts(read_event_text(document)), indent=2)


def as_summary(document: bytes) -> str:
    event = read_event_text(document)
    lines = (f"{label:{_LABEL_WIDTH}}{text}" for label, text in _rows(event) if text)
    return "\n".join(_printable(line) for line in lines)


# A form gets the document as it was read, since an e-mail is made from the whole event.
FORMS: Mapping[str | None, Callable[[bytes], str]] = {
    None: as_summary,
    "json": as_json,
}


def _facts(event: KeyEvent) -> Mapping[str, object]:
    subject = event.subject
    return {
        "event": event.name,
        "watched": event.name in WATCHED,
        "outcome": _outcome(event),
        "error": event.error,
        "key_arn": subject.arn,
        "key_id": subject.id if subject.kind is SubjectKind.KEY else None,
        "account": event.account,
        "region": event.region,
        "actor": event.actor.name if event.actor else None,
        "occurred_at": written(event.occurred_at),
        "deletion_date": written(event.deletion_date) if event.deletion_date else None,
        "event_id": event.event_id,
    }


def _rows(event: KeyEvent) -> tuple[tuple[str, str | None], ...]:
    deletion = event.deletion_date and written(event.deletion_date)
    return (
        ("Event", f"{event.name}, {_outcome(event)}"),
        ("Error", event.error),
        ("Error message", event.error_message),
        ("About", event.subject.name),
        ("Account", event.account),
        ("Region", event.region),
        ("Who", event.actor.name if event.actor else None),
        ("From", event.source_ip),
        ("With", event.tool),
        ("When", written(event.occurred_at)),
        ("Deletion date", deletion or event.deletion_date_text),
        ("Key state", event.key_state),
        ("News", _news(event)),
        ("Event id", event.event_id),
    )


def _outcome(event: KeyEvent) -> str:
    return "succeeded" if event.succeeded else "failed"


def _news(event: KeyEvent) -> str:
    news = news_of(event)
    if news is None:
        return "none: this event is not watched"
    if WATCHED[event.name].opens:
        return f"{news}: opens a case"
    return f"{news}: joins an open case, opens none"


def _printable(line: str) -> str:
    """Keep a stranger's text from steering the terminal or turning its direction."""
    return "".join(sign if sign.isprintable() else "?" for sign in line)
