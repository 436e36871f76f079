"""The forms of a preview: text, JSON, the e-mail, and the message for Slack."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from chalice_app.domain.key import KeyState
from chalice_app.domain.key_event import KeyEvent, read_event_text
from chalice_app.domain.phase import phase_of, remedies_for
from chalice_app.preview.alert import NoStateError, case_of, payload_of
from chalice_app.preview.facts import facts_of, rows_of
from chalice_app.preview.reminders import as_reminders
from chalice_app.views.terminal import printable
from chalice_app.views.words import words_in

_LABEL_WIDTH = 15
# A form gets the document as it was read, since an e-mail is made from the whole event.
Form = Callable[[bytes, KeyState | None], str]


def as_json(document: bytes, state: KeyState | None) -> str:
    event = read_event_text(document)
    return json.dumps({**facts_of(event), **_stand(event, state)}, indent=2)


def as_summary(document: bytes, state: KeyState | None) -> str:
    event = read_event_text(document)
    rows = [*rows_of(event), ("Alert", _alert(event, state) if state else None)]
    lines = (f"{label:{_LABEL_WIDTH}}{text}" for label, text in rows if text)
    return "\n".join(printable(line, kept="") for line in lines)


def as_slack(document: bytes, state: KeyState | None) -> str:
    """Give the message as Slack's API gets it; Block Kit Builder draws its blocks."""
    payload = payload_of(read_event_text(document), state)
    if payload is None:
        return words_in("en").say("preview.none")
    return json.dumps(payload, indent=2, ensure_ascii=False)


def as_email(document: bytes, state: KeyState | None) -> str:
    """Write the e-mail that the stack's rules make; `infra` is not in the bundle."""
    from infra.envelope import envelope
    from infra.news_document import render
    from infra.template import TEMPLATE

    if state:
        raise NoStateError(words_in("en").say("preview.email"))
    read_event_text(document)
    email = render(TEMPLATE.read_text(encoding="utf-8"), envelope(json.loads(document)))
    if email is None:
        return words_in("en").say("preview.none")
    return f"Subject: {email.subject}\n\n{printable(email.body)}"


FORMS: Mapping[str | None, Form] = MappingProxyType(
    {
        None: as_summary,
        "json": as_json,
        "email": as_email,
        "slack": as_slack,
        "reminders": as_reminders,
    }
)


def _stand(event: KeyEvent, state: KeyState | None) -> Mapping[str, object]:
    """Say how the case would stand; nothing where no state is named."""
    if state is None or payload_of(event, state) is None:
        return {}
    case = case_of(event, state)
    return {
        "state": state,
        "phase": phase_of(case),
        "remedies": list(remedies_for(case)),
    }


def _alert(event: KeyEvent, state: KeyState) -> str | None:
    payload = payload_of(event, state)
    return str(payload["text"]) if payload else None
