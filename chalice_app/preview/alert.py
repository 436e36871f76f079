"""The alert of an event, with the key in a state that KMS might say."""

from collections.abc import Mapping
from datetime import timedelta

from chalice_app.domain.case import Case, looked_at
from chalice_app.domain.key import DYING, SETTLES_IN, KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import has_key_to_ask, implied_state
from chalice_app.domain.watched import WATCHED, news_of
from chalice_app.views.slack_message import message
from chalice_app.views.thread_line import of_event
from chalice_app.views.words import words_in

_USUAL_WAIT = timedelta(days=30)  # KMS's own where nobody names one


class NoStateError(ValueError):
    """A state changes nothing in what was asked for; the text says why."""


def payload_of(event: KeyEvent, state: KeyState | None) -> Mapping[str, object] | None:
    """Give what Slack's API would get; None where nobody is told."""
    words = words_in("en")
    if news_of(event) is None:
        return None
    if WATCHED[event.name].opens:
        return message(case_of(event, state), words, anybody=True)
    if state:
        raise NoStateError(words.say("preview.one_line", event=event.name))
    return {"text": of_event(event, words)}


def case_of(event: KeyEvent, state: KeyState | None) -> Case:
    """Open a case, and look at its key.

    Without AWS nobody knows the key's state: unless one is named, it is taken to be
    what the event leads to. A named one is read when KMS must have settled.
    """
    case = opened(event, ours=True)
    if not has_key_to_ask(case):
        if state:
            raise NoStateError(words_in("en").say("preview.no_key"))
        return case
    if state:
        return looked_at(case, _reading(event, state))
    implied = implied_state(case)
    if implied is None:
        return case
    return looked_at(case, KeyReading(read_at=event.occurred_at, state=implied))


def _reading(event: KeyEvent, state: KeyState) -> KeyReading:
    due = event.deletion_date or event.occurred_at + _USUAL_WAIT
    return KeyReading(
        read_at=event.occurred_at + SETTLES_IN,
        state=state,
        deletion_date=due if state in DYING else None,
    )
