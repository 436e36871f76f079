"""Reminders of the drawings' cases, and somebody who has said something of one."""

from dataclasses import replace
from datetime import timedelta

from chalice_app.domain.case import Case
from chalice_app.domain.quiet import Quiet, Saying
from chalice_app.domain.reminder import Sent, counts_from, reminders_of
from chalice_app.domain.reminder_plan import Plan

HOUR = timedelta(hours=1)


def sent(
    found: Case, which: int, after: timedelta = HOUR, *, checked: bool = True
) -> Sent:
    reminder = reminders_of(found, Plan())[which]
    began_at = reminder.due_at + after
    return Sent(reminder=reminder, checked=checked, began_at=began_at)


def said_of(found: Case, saying: Saying = Saying.LOOKING) -> Case:
    """Have somebody say it four days before the deletion."""
    counts = counts_from(found)
    assert counts
    at = counts[1] - 96 * HOUR
    until = at + 24 * HOUR
    quiet = Quiet(saying=saying, user="U0BOLINDQ2", at=at, about=counts[1], until=until)
    return replace(found, quiet=quiet)
