"""The reminders of a case: from what they count, and when each of them is due."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chalice_app.domain.case import Case
from chalice_app.domain.case_parts import Place
from chalice_app.domain.deadline import dies_at
from chalice_app.domain.phase import Phase, has_key_to_ask, phase_of
from chalice_app.domain.relief import harmed_at
from chalice_app.domain.reminder_plan import Danger, Plan

_ALOUD = 2  # the last ones are messages of their own, the others stand in the thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """`at` is the deletion date, or when the key was disabled, to the minute."""

    case_id: str
    danger: Danger
    at: datetime
    hours: int
    aloud: bool
    last: bool

    @property
    def id(self) -> str:
        """Name it by its date: another date has reminders of its own."""
        when = f"{self.at:%Y%m%dT%H%M}"
        return f"{self.case_id}.{self.danger}.{self.hours}h.{when}"

    @property
    def due_at(self) -> datetime:
        away = timedelta(hours=self.hours)
        return self.at - away if self.danger is Danger.DELETION else self.at + away


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A reminder that is being sent or was: as kept in the table, by its clock."""

    reminder: Reminder
    checked: bool  # KMS has said at the same sweep how the key is
    began_at: datetime
    place: Place | None = None
    notified: bool = False

    @property
    def id(self) -> str:
        return self.reminder.id


def counts_from(case: Case) -> tuple[Danger, datetime] | None:
    """Say what threatens the key, and since or until when; None where nothing does.

    CloudTrail and KMS write one date in different fractions of a second.
    """
    phase = phase_of(case) if has_key_to_ask(case) else None
    at, danger = None, Danger.DISABLED
    if phase is Phase.SCHEDULED:
        at, danger = dies_at(case), Danger.DELETION
    elif phase is Phase.DISABLED:
        at = harmed_at(case.trouble, case.found)
    return (danger, at.astimezone(UTC).replace(second=0, microsecond=0)) if at else None


def reminders_of(case: Case, plan: Plan) -> tuple[Reminder, ...]:
    """Give all reminders of what threatens the key now, the most urgent last."""
    found = counts_from(case)
    if found is None:
        return ()
    danger, at = found
    hours = plan.hours(danger)
    return tuple(
        Reminder(
            case_id=case.id,
            danger=danger,
            at=at,
            hours=each,
            aloud=len(hours) - place <= _ALOUD,
            last=place + 1 == len(hours),
        )
        for place, each in enumerate(hours)
    )
