"""Story: the sweep reminds people of a key that nobody has saved yet."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from chalice_app.domain.case import Case
from chalice_app.domain.case_parts import Place
from chalice_app.domain.reminder import Sent
from chalice_app.domain.reminding import checked, due, stands
from chalice_app.domain.storm_reminder import KeyDue, key_due
from chalice_app.flows.case_link import case_link
from chalice_app.flows.each import each
from chalice_app.flows.post_once import post_once
from chalice_app.flows.renew_reminder import draw, renew, rewrite, withdraw_past
from chalice_app.ports import Json, Tools
from chalice_app.views import reminder_notice
from chalice_app.views.reminder_message import in_thread, over


def remind(case: Case, swept_at: datetime, tools: Tools) -> None:
    """Send the reminder that is due, each way once; withdraw one that is over.

    A sweep that is tried again comes with its old time: KMS's answer has the true one.
    A key of a storm is told of together with others: see `storm_keys_due`.
    """
    if case.digest:
        return
    withdraw_past(case, tools)
    reminder = due(case, tools.settings.reminders, _now(case, swept_at))
    if reminder:
        sent = tools.reminders.begin(reminder, checked=checked(case, swept_at))
        each(partial(_post, sent, case, tools), partial(_notify, sent, case, tools))


def storm_keys_due(case: Case, swept_at: datetime, tools: Tools) -> tuple[KeyDue, ...]:
    """Give what a key of a storm adds to the storm's next reminder, if anything."""
    key = key_due(case, tools.settings.reminders, swept_at, _now(case, swept_at))
    return (key,) if key else ()


def _now(case: Case, swept_at: datetime) -> datetime:
    return max(swept_at, case.reading.read_at) if case.reading else swept_at


def _post(sent: Sent, case: Case, tools: Tools) -> None:
    if sent.place:
        return
    if not sent.reminder.aloud:
        _placed(sent, case, tools)
    elif _stands_from_now(sent, case, tools):
        _placed(sent, case, tools)
        renew(case.id, tools)  # somebody may have saved the key meanwhile


def _stands_from_now(sent: Sent, case: Case, tools: Tools) -> bool:
    """Note it with the case before it is posted: whoever saves the key withdraws it."""
    withdraw_past(case, tools, now=sent.id)

    def standing(newest: Case) -> Case:
        fits = stands(sent.reminder, newest)
        return replace(newest, reminder=sent.id) if fits else newest

    return tools.cases.change(case.id, standing).reminder == sent.id


def _placed(sent: Sent, case: Case, tools: Tools) -> None:
    posted = post_once(
        sent, tools.reminders, tools.chat, partial(_send, sent, case, tools)
    )
    first = tools.reminders.placed(sent.id, posted.places[0])
    for extra in posted.places:
        if extra != first:
            rewrite(extra, over(case, case_link(case, tools), tools.words), tools)


def _send(sent: Sent, case: Case, tools: Tools) -> Place:
    message: Json = (
        draw(sent, case, tools)
        if sent.reminder.aloud
        else in_thread(sent, case, tools.words)
    )
    thread = None if sent.reminder.aloud else case.place
    return tools.chat.remind(message, sent.id, thread)


def _notify(sent: Sent, case: Case, tools: Tools) -> None:
    if not sent.notified:
        link = case_link(case, tools)
        tools.notices.send(*reminder_notice.of(sent, case, link, tools.words))
        tools.reminders.notified(sent.id)
