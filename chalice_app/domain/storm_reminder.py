"""The reminders of a storm's keys: all whose date is in one hour share one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalice_app.domain.case import Case
from chalice_app.domain.reminder import Reminder
from chalice_app.domain.reminder_plan import Plan
from chalice_app.domain.reminding import checked, due

_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDue:
    """A key of a storm that is to be reminded of now, or within the hour."""

    shared: Reminder  # in its digest's name, by the hour of the date
    at: datetime  # the key's own date
    now: bool
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StormDue:
    """What one reminder tells of a storm: how many keys, and the first date of them."""

    reminder: Reminder
    keys: int
    first: datetime
    checked: bool


def key_due(case: Case, plan: Plan, swept_at: datetime, now: datetime) -> KeyDue | None:
    """Say what a key of a storm adds to a reminder; None where it adds nothing."""
    if case.digest is None:
        return None
    hour = now.replace(minute=0, second=0, microsecond=0)
    reminder = due(case, plan, hour + _HOUR - _MINUTE)
    if reminder is None:
        return None
    shared = replace(reminder, case_id=case.digest, at=reminder.at.replace(minute=0))
    return KeyDue(
        shared=shared,
        at=reminder.at,
        now=reminder.due_at <= now,
        checked=checked(case, swept_at),
    )


def together(keys: Sequence[KeyDue]) -> tuple[StormDue, ...]:
    """Make one of all keys that share a reminder; the first of them begins it."""
    groups: dict[Reminder, list[KeyDue]] = {}
    for key in keys:
        groups.setdefault(key.shared, []).append(key)
    begun = {it.shared for it in keys if it.now}
    return tuple(_of(it, groups[it]) for it in groups if it in begun)


def _of(reminder: Reminder, group: list[KeyDue]) -> StormDue:
    return StormDue(
        reminder=reminder,
        keys=len(group),
        first=min(it.at for it in group),
        checked=all(it.checked for it in group),
    )
