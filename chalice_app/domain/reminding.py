"""Which reminder a sweep has to send, if any."""

from datetime import datetime, timedelta

from chalice_app.domain.case import Case
from chalice_app.domain.key import SETTLES_IN
from chalice_app.domain.relief import harmed_at
from chalice_app.domain.reminder import Reminder, counts_from, reminders_of
from chalice_app.domain.reminder_plan import Danger, Plan
from chalice_app.domain.saying import in_force

# Who has read the alert within a day knows the date.
_FRESH = timedelta(days=1)


def due(case: Case, plan: Plan, now: datetime) -> Reminder | None:
    """Give the most urgent that is due; the earlier ones count as passed.

    What is held back or skipped is passed over as well, and never sent later.
    """
    passed = [it for it in reminders_of(case, plan) if it.due_at <= now]
    if not passed:
        return None
    latest = passed[-1]
    return None if _skipped(latest, case) or _held(latest, case) else latest


def stands(reminder: Reminder, case: Case) -> bool:
    """Tell if the key is still threatened by what the reminder tells of."""
    return counts_from(case) == (reminder.danger, reminder.at)


def checked(case: Case, swept_at: datetime) -> bool:
    """Tell if the case's reading was made at this sweep; two clocks may differ."""
    reading = case.reading
    if reading is None or reading.state is None or reading.refusal:
        return False
    return reading.read_at >= swept_at - SETTLES_IN


def _skipped(reminder: Reminder, case: Case) -> bool:
    """Tell if the alert itself is young enough; only before it the last one is."""
    if reminder.danger is not Danger.DELETION:
        return False
    harmed = harmed_at(case.trouble, case.found)
    began = max(it for it in (case.began_at, harmed) if it)
    return (
        reminder.due_at <= began
        if reminder.last
        else (reminder.due_at < began + _FRESH)
    )


def _held(reminder: Reminder, case: Case) -> bool:
    """Tell if somebody has it held back; nobody can hold the last one."""
    quiet = in_force(case)
    if quiet is None or quiet.until is None or reminder.last:
        return False
    return reminder.due_at < quiet.until
