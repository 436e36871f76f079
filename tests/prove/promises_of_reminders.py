"""Of each moment people are reminded, once on each way, and of nothing that is over."""

from collections.abc import Iterator
from dataclasses import replace

from chalice_app.adapters.reminder_table import read_reminder
from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.domain.reminder import Sent
from chalice_app.domain.reminding import due, stands
from chalice_app.views.slack_text import utc
from chalice_app.views.time_left import time_left
from tests.fakes.posted import Posted
from tests.prove.outside import HOUR, Outside
from tests.prove.promises_kept_now import demand


def reminders_are_kept(outside: Outside, cases: dict[str, Case]) -> None:
    sent = {it.id: it for it in _sent(outside)}
    for case in cases.values():
        _none_is_missing(outside, case, sent)
        _the_last_is_sent(outside, case, cases, sent)
    for each in sent.values():
        _posted_once(outside, each)
        if each.reminder.case_id in cases:
            _mailed_once(outside, each, cases[each.reminder.case_id])
    for posted in outside.chat.reminders.values():
        demand(posted.case_id in sent, f"{posted.case_id} was posted, and is not kept")
        _says_what_is_so(posted, sent[posted.case_id], cases)


def _sent(outside: Outside) -> Iterator[Sent]:
    for item in outside.table.items.values():
        if item["sk"].startswith("REMINDER#"):
            yield read_reminder(item)


def _none_is_missing(outside: Outside, case: Case, sent: dict[str, Sent]) -> None:
    """Demand what the last sweep found due."""
    found = due(case, outside.tools.settings.reminders, outside.swept_at)
    if found and case.digest:
        found = replace(found, case_id=case.digest, at=found.at.replace(minute=0))
    if found:
        demand(found.id in sent, f"{found.id} was due and is not sent")
        kept = sent[found.id]
        demand(kept.place and kept.notified, f"{found.id} is not sent on both ways")


def _the_last_is_sent(
    outside: Outside, case: Case, cases: dict[str, Case], sent: dict[str, Sent]
) -> None:
    """Demand it whatever was pressed; a key may have a case of a refusal, too."""
    if case.reading is None or case.reading.state is not KeyState.PENDING_DELETION:
        return
    last_at = outside.keys.dies[case.subject.arn or ""] - 4 * HOUR
    of_the_key = [it for it in cases.values() if it.subject.arn == case.subject.arn]
    names = {name for it in of_the_key for name in (it.id, it.digest)}
    mine = [it for it in sent.values() if it.reminder.case_id in names]
    demand(
        outside.swept_at < last_at
        or case.began_at >= last_at
        or any(it.reminder.last for it in mine),
        f"the last reminder of {case.id} is missing",
    )


def _posted_once(outside: Outside, sent: Sent) -> None:
    copies = [it for it in outside.chat.reminders.values() if it.case_id == sent.id]
    demand(bool(sent.place) <= bool(copies), f"{sent.id} is noted and was not posted")
    demand(
        len(copies) <= 1 + outside.unseen(),
        f"{sent.id} was posted {len(copies)} times",
    )


def _mailed_once(outside: Outside, sent: Sent, case: Case) -> None:
    words, arn = outside.words, case.subject.arn or ""
    mails = [
        subject
        for subject, body in outside.notices.sent
        if time_left(sent, words) in subject
        and arn in body
        and utc(sent.reminder.at) in body
    ]
    demand(sent.notified <= bool(mails), f"{sent.id} is noted and was not mailed")
    demand(
        len(mails) <= 1 + outside.faults(), f"{sent.id} was mailed {len(mails)} times"
    )


def _says_what_is_so(posted: Posted, sent: Sent, cases: dict[str, Case]) -> None:
    """Demand that nothing with buttons tells of what is over, or was told again."""
    if "elements" in str(posted.versions[-1]):
        case = cases[sent.reminder.case_id]
        demand(case.reminder == sent.id, f"{sent.id} stands, and is not the newest")
        demand(stands(sent.reminder, case), f"{sent.id} stands, and is over")
