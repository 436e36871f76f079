"""The page: the message as Slack shows it, and the e-mail beside it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from chalice_app.domain.key import KeyState
from chalice_app.domain.key_event import read_event_text
from chalice_app.preview.alert import payload_of
from chalice_app.preview.forms import as_email
from infra.operator.picture.style import style
from infra.operator.wording import say
from infra.sandbox.page.html.message import message_html
from infra.sandbox.page.html.text import plain_html
from infra.sandbox.slack import acme
from infra.sandbox.slack.records import Message, Version
from infra.sandbox.slack.screen import names_of

_FRAME = Path(__file__).with_name("frame.html")
_NAMES = names_of(acme.ACME)


def picture(document: bytes, state: KeyState | None) -> str:
    """Draw it; every value is HTML already, or made so here."""
    event = read_event_text(document)
    payload = payload_of(event, state)
    return _FRAME.read_text(encoding="utf-8").format(
        event=plain_html(event.name),
        state=escape(say(_about(payload, state), state=state)),
        style=style(),
        message=_message(payload, event.occurred_at) if payload else _nothing(),
        email=_email(as_email(document, None)),
    )


def _about(payload: Mapping[str, Any] | None, state: KeyState | None) -> str:
    """Name the sentence that says under what circumstances it looks so."""
    if payload is None:
        return "picture.nobody"
    if "blocks" not in payload:
        return "picture.line"
    return "picture.named" if state else "picture.implied"


def _message(payload: Mapping[str, Any], at: datetime) -> str:
    shown = Version(
        text=payload["text"],
        blocks=tuple(payload.get("blocks", ())),
        written_at=at.timestamp(),
    )
    message = Message(
        channel=acme.CHANNEL,
        ts=f"{at.timestamp():.6f}",
        user=acme.REPRIEVE,
        versions=(shown,),
    )
    return message_html(message, _NAMES).html


def _email(text: str) -> Markup:
    subject, parted, body = text.partition("\n\n")
    if not parted:
        return _nothing()
    return Markup('<p class="subject">{}</p><div class="body">{}</div>').format(
        plain_html(subject.removeprefix("Subject: ")), plain_html(body)
    )


def _nothing() -> Markup:
    return Markup('<p class="empty">{}</p>').format(say("picture.nothing"))
