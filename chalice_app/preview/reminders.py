"""The reminders that would follow, if nobody saved the key and nobody said anything."""

from chalice_app.domain.key import KeyState
from chalice_app.domain.key_event import KeyEvent, read_event_text
from chalice_app.domain.reminder import Reminder, Sent, reminders_of
from chalice_app.domain.reminder_plan import Plan
from chalice_app.domain.reminding import due
from chalice_app.domain.watched import WATCHED, news_of
from chalice_app.preview.alert import case_of
from chalice_app.views.reminder_message import summary
from chalice_app.views.slack_text import utc
from chalice_app.views.terminal import printable
from chalice_app.views.words import words_in

_PLAN = Plan()  # as it is without a word in the configuration


def as_reminders(document: bytes, state: KeyState | None) -> str:
    """Say when each is due, where it stands, and what it says."""
    event = read_event_text(document)
    follow = news_of(event) and WATCHED[event.name].opens
    lines = _lines(event, state) if follow else []
    return "\n\n".join(lines) or words_in("en").say("preview.no_reminder")


def _lines(event: KeyEvent, state: KeyState | None) -> list[str]:
    case = case_of(event, state)
    found = reminders_of(case, _PLAN)
    sent = [it for it in found if due(case, _PLAN, it.due_at) == it]
    return [
        printable(_line(it, summary(_begun(it), case, words_in("en")))) for it in sent
    ]


def _begun(reminder: Reminder) -> Sent:
    return Sent(reminder=reminder, checked=True, began_at=reminder.due_at)


def _line(reminder: Reminder, said: str) -> str:
    way = "aloud" if reminder.aloud else "in_thread"
    return words_in("en").say(f"preview.{way}", when=utc(reminder.due_at), said=said)
