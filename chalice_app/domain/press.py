"""A press: a click on a button, or a submitted modal, and what it can still do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.domain.remedy import Call, Remedy, calls_for, reached

# What somebody pressed this long ago may no longer be what they want.
TOO_OLD = timedelta(minutes=10)

LOOKING = "looking"

_HALVES: Mapping[frozenset[str], Remedy] = MappingProxyType(
    {
        frozenset({Call.CANCEL}): Remedy.CANCEL_DELETION,
        frozenset({Call.ENABLE}): Remedy.ENABLE_KEY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A verified press; everything about the key comes from the case, not from here."""

    id: str
    user: str
    team: str | None
    case_id: str
    version: int
    act: str  # a Remedy's value, or LOOKING
    channel: str | None  # None: a modal does not say where it was opened
    reason: str | None
    response_url: str | None
    pressed_at: datetime
    received_at: datetime
    attempt: int

    @property
    def remedy(self) -> Remedy | None:
        return None if self.act == LOOKING else Remedy(self.act)


class Verdict(StrEnum):
    """What is to be done with a press of somebody who may press."""

    CARRY_OUT = "carry_out"
    ALREADY = "already"  # the key is where the remedy would bring it
    CHANGED = "changed"  # the remedy no longer fits the key
    TOO_LATE = "too_late"  # the key is deleted


def known(press: Press, case: Case | None) -> bool:
    """Tell if a press belongs to a message that Reprieve posted."""
    if case is None or press.version > case.version or case.place is None:
        return False
    if press.remedy and not (case.ours and case.subject.arn):
        return False
    return press.channel in {None, case.place.channel}


def timely(press: Press) -> bool:
    """Tell if a press reached us while it can still be meant."""
    return press.received_at - press.pressed_at <= TOO_OLD


def judge(remedy: Remedy, state: KeyState | None) -> Verdict:
    """Say what a remedy can do about a key in this state.

    An older version of the message is no reason to refuse: what counts is whether the
    remedy still fits the state that KMS names now (docs/decisions).
    """
    if state is KeyState.GONE:
        return Verdict.TOO_LATE
    if reached(remedy, state):
        return Verdict.ALREADY
    return Verdict.CARRY_OUT if calls_for(remedy, state) else Verdict.CHANGED


def credited(remedy: Remedy, asked: frozenset[str]) -> Remedy:
    """Credit a press with the calls that it asked of KMS, and not with somebody's."""
    if remedy is Remedy.CANCEL_AND_ENABLE:
        return _HALVES.get(asked, remedy)
    return remedy
