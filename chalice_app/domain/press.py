"""A press: a click on a button, or a submitted modal, and what it can still do."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalice_app.domain.case import Case, Place
from chalice_app.domain.key import KeyState
from chalice_app.domain.remedy import Remedy, calls_for, reached
from chalice_app.domain.review import Form

# What somebody pressed this long ago may no longer be what they want.
TOO_OLD = timedelta(minutes=10)

LOOKING = "looking"
DRILL = "drill"
REVIEW = "review"  # many keys: open the list, turn a page of it, restore what is chosen
TURN = "turn"
RESTORE = "restore"

# As the queue's maxReceiveCount in infra/pipeline.yaml.
ATTEMPTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A verified press; everything about the key comes from the case, not from here."""

    id: str
    user: str
    team: str | None
    case_id: str  # on the message of a drill or a digest, its id
    version: int
    act: str  # a Remedy's value, a Saying's, or one of the acts above
    channel: str | None  # None: a modal does not say where it was opened
    reason: str | None
    response_url: str | None
    pressed_at: datetime
    queued_at: datetime
    received_at: datetime
    attempt: int
    message_ts: str | None = None  # None: a modal does not say where it was opened
    dialog: str | None = None  # the external id of the modal that shows the answer
    form: Form | None = None
    one_of_many: bool = False  # a summary tells of it

    @property
    def last(self) -> bool:
        """Tell if the queue gives it up after this attempt."""
        return self.attempt >= ATTEMPTS

    @property
    def remedy(self) -> Remedy | None:
        return Remedy(self.act) if self.act in set(Remedy) else None


class Verdict(StrEnum):
    """What is to be done with a press of somebody who may press."""

    CARRY_OUT = "carry_out"
    ALREADY = "already"  # the key is where the remedy would bring it
    CHANGED = "changed"  # the remedy no longer fits the key
    TOO_LATE = "too_late"  # the key is deleted
    UNSURE = "unsure"  # KMS may tell of the time before the last event


def known(press: Press, case: Case | None) -> bool:
    """Tell if a press belongs to a message that Reprieve posted."""
    if case is None or press.version > case.version or case.place is None:
        return False
    if press.remedy and not (case.ours and case.subject.arn):
        return False
    return press.channel in {None, case.place.channel}


def strayed(press: Press, case: Case) -> Place | None:
    """Give the second message of a case, if it is there that somebody has pressed."""
    place = case.place
    if place is None or press.message_ts in {None, place.ts}:
        return None
    return replace(place, ts=str(press.message_ts))


def timely(press: Press) -> bool:
    """Tell if a press reached us while it can still be meant."""
    return press.received_at - press.pressed_at <= TOO_OLD


def judge(remedy: Remedy, state: KeyState | None, *, sure: bool) -> Verdict:
    """Say what a remedy can do about a key in this state.

    An older version of the message is no reason to refuse: what counts is whether the
    remedy still fits the state of the key (docs/decisions). Where nobody is sure of the
    state, KMS is asked for what was pressed, and nothing is said to be done already.
    """
    if state is KeyState.GONE:
        return Verdict.TOO_LATE
    if calls_for(remedy, state):
        return Verdict.CARRY_OUT
    if not sure:
        return Verdict.UNSURE
    return Verdict.ALREADY if reached(remedy, state) else Verdict.CHANGED
