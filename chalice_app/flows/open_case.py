"""Story: news arrives, joins its case or opens one, and people read of it."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from chalice_app.domain.case import Case, Unreadable, looked_at
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_event import (
    KeyEvent,
    UnreadableEventError,
    read_event_text,
)
from chalice_app.domain.subject import SubjectKind
from chalice_app.domain.watched import news_of
from chalice_app.errors import KmsSilentError
from chalice_app.flows.show_case import show
from chalice_app.ports import Delivery, Tools
from chalice_app.views import thread_line

_EXCERPT_MOST = 4000


def receive_news(note: Mapping[str, str], tools: Tools) -> None:
    """Take what SNS delivered; every delivery drives the case until it is shown.

    Raises TryAgainError for what the next delivery may mend.
    """
    account = note["TopicArn"].split(":")[4]
    at = datetime.fromisoformat(note["Timestamp"])
    delivery = Delivery(id=note["MessageId"], at=at)
    try:
        event = read_event_text(note["Message"])
    except UnreadableEventError as error:
        found = Unreadable(
            reason=str(error),
            excerpt=note["Message"][:_EXCERPT_MOST],
            arrived_at=at,
        )
        unread = tools.cases.record_unreadable(found, delivery.id)
        show(unread.id, tools, delivery=delivery)
        return
    if news_of(event) is None:
        return
    # An event without an account names no key that could be ours or another's.
    case = tools.cases.record(event, ours=event.account in {None, account})
    if case:
        _drive(case, event, delivery, tools)


def _drive(case: Case, event: KeyEvent, delivery: Delivery, tools: Tools) -> None:
    reading = None
    if case.ours and case.subject.kind is SubjectKind.KEY:
        reading = _read(case, event, tools)
        tools.cases.change(case.id, partial(looked_at, reading=reading))
    case = show(case.id, tools, delivery=delivery)
    if case.place and tools.ledger.untold(case.id, event):
        line = thread_line.of_event(event, tools.words)
        tools.chat.reply(case.place, line, broadcast=thread_line.is_urgent(event))
        tools.ledger.told(case.id, event)
    if reading and reading.passing:
        raise KmsSilentError(reading.refusal or "")


def _read(case: Case, event: KeyEvent, tools: Tools) -> KeyReading:
    """Look at the key; the alert does not wait for KMS to answer."""
    try:
        return tools.keys.read(case.subject)
    except KmsSilentError as error:
        return KeyReading(read_at=event.occurred_at, refusal=error.code, passing=True)
