"""What people may say about a case, and what of it is in force."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from chalice_app.domain.case import Case, looking
from chalice_app.domain.ledger import Entry
from chalice_app.domain.phase import Phase, phase_of
from chalice_app.domain.quiet import HOLDS, SNOOZES, Quiet, Saying
from chalice_app.domain.reminder import counts_from, reminders_of
from chalice_app.domain.reminder_plan import Plan

_OFFERED: Mapping[Phase, tuple[Saying, ...]] = MappingProxyType(
    {
        Phase.SCHEDULED: (
            Saying.LOOKING,
            Saying.SNOOZE_1D,
            Saying.SNOOZE_3D,
            Saying.SNOOZE_TO_1D,
            Saying.INTENDED,
        ),
        Phase.DISABLED: (
            Saying.LOOKING,
            Saying.SNOOZE_1D,
            Saying.SNOOZE_3D,
            Saying.EXPECTED,
        ),
        Phase.REFUSED: (Saying.LOOKING, Saying.EXPECTED),
        Phase.RESOLVED: (),
        Phase.DELETED: (),
    }
)


def sayings_for(case: Case) -> tuple[Saying, ...]:
    """Say what people may say about the case as it stands."""
    if not case.ours:
        return ()
    offered = _OFFERED.get(phase_of(case), (Saying.LOOKING,))
    if counts_from(case):
        return offered
    return tuple(it for it in offered if it not in SNOOZES)


def quiet_of(case: Case, entry: Entry, plan: Plan) -> Quiet:
    """Read what somebody said off the ledger; no reminder is held beyond the last."""
    found, saying = counts_from(case), Saying(entry.act)
    return Quiet(
        saying=saying,
        user=entry.user,
        at=entry.at,
        about=found[1] if found else None,
        until=_until(case, saying, entry.at, plan),
    )


def said(case: Case, quiet: Quiet) -> Case:
    """Note it; what is said later stands instead of what was said before."""
    if quiet.saying is Saying.LOOKING:
        case = looking(case, quiet.user)
    if case.quiet and quiet.at <= case.quiet.at:
        return case
    return replace(case, quiet=quiet, version=case.version + 1)


def in_force(case: Case) -> Quiet | None:
    """Give what was said last, if it is of what threatens the key now."""
    quiet, found = case.quiet, counts_from(case)
    about = found[1] if found else None
    fits = quiet and quiet.about == about and quiet.saying in sayings_for(case)
    return quiet if fits else None


def _until(case: Case, saying: Saying, at: datetime, plan: Plan) -> datetime | None:
    reminders, hold = reminders_of(case, plan), HOLDS[saying]
    if not reminders:
        return None
    last = reminders[-1]
    ends = last.due_at
    if hold.lasts:
        ends = min(ends, at + hold.lasts)
    elif hold.before:
        ends = min(ends, last.at - hold.before)
    return ends if at < ends else None
