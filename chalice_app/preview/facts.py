"""What an event says, as facts for machines and as lines for people."""

from collections.abc import Mapping

from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.subject import SubjectKind
from chalice_app.domain.trail_time import written
from chalice_app.domain.watched import WATCHED, news_of
from chalice_app.views.words import words_in


def facts_of(event: KeyEvent) -> Mapping[str, object]:
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


def rows_of(event: KeyEvent) -> tuple[tuple[str, str | None], ...]:
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
        return words_in("en").say("preview.none")
    word = "opens" if WATCHED[event.name].opens else "follows"
    return words_in("en").say(f"preview.{word}", news=news)
