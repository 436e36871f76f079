"""What Reprieve makes of an event: as text, as JSON, as e-mail, for Slack."""

import json
from collections.abc import Callable, Mapping

from chalice_app.domain.case import looked_at
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_event import KeyEvent, read_event_text
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import implied_state
from chalice_app.domain.subject import SubjectKind
from chalice_app.domain.trail_time import written
from chalice_app.domain.watched import WATCHED, news_of
from chalice_app.views.slack_message import message
from chalice_app.views.thread_line import of_event
from chalice_app.views.words import words_in

_LABEL_WIDTH = 15


def as_json(document: bytes) -> str:
    return json.dumps(_facts(read_event_text(document)), indent=2)


def as_summary(document: bytes) -> str:
    event = read_event_text(document)
    lines = (f"{label:{_LABEL_WIDTH}}{text}" for label, text in _rows(event) if text)
    return "\n".join(_printable(line) for line in lines)


def as_slack(document: bytes) -> str:
    """Give the message as Slack's API gets it; Block Kit Builder draws its blocks.

    Without AWS nobody knows the key's state: it is taken to be what the event leads to.
    """
    event = read_event_text(document)
    news, words = news_of(event), words_in("en")
    if news is None:
        return words.say("preview.none")
    if not WATCHED[event.name].opens:
        return _written({"text": of_event(event, words)})
    case = opened(event, ours=True)
    state = implied_state(case)
    if state and case.subject.arn:
        reading = KeyReading(read_at=event.occurred_at, state=state)
        case = looked_at(case, reading)
    return _written(message(case, words, anybody=True))


def as_email(document: bytes) -> str:
    """Write the e-mail that the stack's rules make; `infra` is not in the bundle."""
    from infra.envelope import envelope
    from infra.news_document import render
    from infra.template import TEMPLATE

    read_event_text(document)
    email = render(TEMPLATE.read_text(encoding="utf-8"), envelope(json.loads(document)))
    if email is None:
        return words_in("en").say("preview.none")
    return f"Subject: {email.subject}\n\n{_visible(email.body)}"


# A form gets the document as it was read, since an e-mail is made from the whole event.
FORMS: Mapping[str | None, Callable[[bytes], str]] = {
    None: as_summary,
    "json": as_json,
    "email": as_email,
    "slack": as_slack,
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


def _written(payload: Mapping[str, object]) -> str:
    return json.dumps(payload, indent=2, ensure_ascii=False)


def _outcome(event: KeyEvent) -> str:
    return "succeeded" if event.succeeded else "failed"


def _news(event: KeyEvent) -> str:
    news = news_of(event)
    if news is None:
        return words_in("en").say("preview.none")
    word = "opens" if WATCHED[event.name].opens else "follows"
    return words_in("en").say(f"preview.{word}", news=news)


def _visible(document: str) -> str:
    """Write as JSON escapes what would steer the terminal, or cannot be printed."""
    return "".join(
        sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1]
        for sign in document
    )


def _printable(line: str) -> str:
    """Keep a stranger's text from steering the terminal or turning its direction."""
    return "".join(sign if sign.isprintable() else "?" for sign in line)
