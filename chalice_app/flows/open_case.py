"""Story: news arrives, joins its case or opens one, and people read of it."""

import logging
from collections.abc import Mapping
from datetime import datetime

from chalice_app.domain.case import Case, Unreadable
from chalice_app.domain.key_event import (
    KeyEvent,
    UnreadableEventError,
    read_event_text,
)
from chalice_app.domain.receipt import presser_of
from chalice_app.domain.second_look import PAUSES
from chalice_app.domain.watched import news_of
from chalice_app.errors import TryAgainError
from chalice_app.flows.compare_policy import policy_line
from chalice_app.flows.remember import remember
from chalice_app.flows.second_look import look_at, order_next
from chalice_app.flows.show_case import show
from chalice_app.ports import Tools
from chalice_app.views import thread_line
from chalice_app.views.slack_text import Mrkdwn

log = logging.getLogger(__name__)
_EXCERPT_MOST = 4000


def receive_news(note: Mapping[str, str], tools: Tools) -> None:
    """Take what SNS delivered; every delivery drives the case until it is shown.

    Raises TryAgainError for what the next delivery may mend, and ChatRefusedError.
    """
    account = note["TopicArn"].split(":")[4]
    try:
        event = read_event_text(note["Message"])
    except UnreadableEventError as error:
        found = Unreadable(
            reason=str(error),
            excerpt=note["Message"][:_EXCERPT_MOST],
            arrived_at=datetime.fromisoformat(note["Timestamp"]),
        )
        _show(tools.cases.record_unreadable(found, note["MessageId"]), tools)
        return
    if news_of(event) is None:
        return
    # An event without an account names no key that could be ours or another's.
    case = tools.cases.record(event, ours=event.account in {None, account})
    if case:
        _drive(case, event, tools)


def _drive(case: Case, event: KeyEvent, tools: Tools) -> None:
    about = {"case": case.id, "event": event.event_id}
    log.info("an event is in its case", extra=about)
    look_at(case, tools)
    case = _show(case, tools)
    if case.place and tools.ledger.untold(case.id, event):
        line = _line(event, case, tools)
        tools.chat.reply(case.place, line, broadcast=thread_line.is_urgent(event))
        tools.ledger.told(case.id, event)
    remember(case, tools)
    order_next(case.id, 0, tools)


def _line(event: KeyEvent, case: Case, tools: Tools) -> Mrkdwn:
    presser = presser_of(event, case.saved, tools.settings.name("actions"))
    if presser:
        return thread_line.of_receipt(event, presser, tools.words)
    line, more = (
        thread_line.of_event(event, tools.words),
        policy_line(event, case, tools),
    )
    return Mrkdwn(f"{line} {more}") if more else line


def _show(case: Case, tools: Tools) -> Case:
    """Show it; where Slack is silent, order a look sooner than the next delivery."""
    try:
        return show(case.id, tools)
    except TryAgainError as error:
        tools.looks.order(case.id, 0, error.after or PAUSES[0])
        raise
