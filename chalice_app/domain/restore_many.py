"""Many keys restored for one submission: in which steps, and what became of each."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalice_app.domain.case import Case
from chalice_app.domain.key import DYING
from chalice_app.domain.press import ATTEMPTS, Press
from chalice_app.domain.remedy import Remedy, calls_left
from chalice_app.domain.restore_parts import (
    END,
    LINE,
    NOTICE,
    Ending,
    Outcome,
    Progress,
    Restore,
    Tally,
)

# KMS takes 5 calls a second of each kind that changes a key.
CALLS_PER_BATCH = 5
EVERY = timedelta(seconds=1)
SHOWN_EVERY = timedelta(seconds=10)
# Seconds until keys are looked at again whose state is not confirmed; together longer
# than KMS takes to settle.
PAUSES = (2, 5, 15, 60, 240)
# Seconds until something is tried again that Slack or SNS did not take.
PATIENCE = (2, 5, 15, 60, 300, 900, 900, 900)
# What somebody asked for so long ago may no longer be what they want.
ACTS_FOR = timedelta(hours=2)
_NAMED_MOST = 5


class Step(StrEnum):
    """What one message of the queue does."""

    RESTORE = "restore"
    SHOW = "show"
    TELL = "tell"


def next_step(progress: Progress, now: datetime) -> Step | None:
    """Say what is to be done now, one thing at a time; None: nothing is left to do."""
    if ended(progress):
        return None
    if progress.left:
        shown_at, newer = progress.shown_at, progress.step > progress.shown_step
        due = shown_at is None or now - shown_at >= SHOWN_EVERY
        return Step.SHOW if due and newer else Step.RESTORE
    return Step.SHOW if {NOTICE, LINE} <= progress.told else Step.TELL


def ended(progress: Progress) -> bool:
    """Tell if every key has ended, and people know how."""
    shown = progress.place is None or END in progress.told
    return not progress.left and {NOTICE, LINE} <= progress.told and shown


def next_keys(progress: Progress, restore: Restore) -> tuple[str, ...]:
    """Take as many keys as can need no more calls than KMS takes in a second."""
    calls = len(calls_left(restore.remedy, None))
    return progress.left[: CALLS_PER_BATCH // calls]


def remedy_for(restore: Restore, case: Case) -> Remedy:
    """Leave a key disabled that was so before its deletion was scheduled."""
    dying = case.reading is not None and case.reading.state in DYING
    before = dying and case.calls.disabled_before
    both = restore.remedy is Remedy.CANCEL_AND_ENABLE
    return Remedy.CANCEL_DELETION if both and before else restore.remedy


def press_for(restore: Restore, progress: Progress, case: Case) -> Press:
    """Make the press on one key that the submission stands for."""
    return Press(
        id=restore.id,
        user=restore.user,
        team=None,
        case_id=case.id,
        version=case.version,
        act=remedy_for(restore, case),
        channel=None,
        reason=restore.reason,
        response_url=None,
        pressed_at=restore.asked_at,
        queued_at=restore.asked_at,
        received_at=restore.asked_at,
        attempt=ATTEMPTS if progress.rounds == len(PAUSES) else 1,
        one_of_many=True,
    )


def after(progress: Progress, outcomes: Mapping[str, Outcome]) -> Progress:
    """Note what became of some keys; the unsure ones have another turn later."""
    unsure = [it for it, end in outcomes.items() if end.ending is Ending.UNSURE]
    last = progress.rounds == len(PAUSES)
    ended = [it for it in outcomes.values() if last or it.ending is not Ending.UNSURE]
    left = tuple(it for it in progress.left if it not in outcomes)
    later = progress.later if last else (*progress.later, *unsure)
    progress = replace(progress, tallies=tallied(progress.tallies, ended))
    if left or not later:
        return replace(progress, left=left, later=later)
    return replace(progress, left=later, later=(), rounds=progress.rounds + 1)


def given_up(progress: Progress) -> Progress:
    """Note that it is too late for the keys that are left."""
    count = len(progress.left) + len(progress.later)
    tally = Tally(ending=Ending.TOO_LATE, detail=None, count=count, labels=())
    tallies = (*progress.tallies, tally)
    return replace(progress, left=(), later=(), tallies=tallies, failed=0)


def pause_before(progress: Progress, before: Progress) -> int:
    """Say how many seconds after a step the next one comes."""
    if progress.failed:
        return PATIENCE[min(progress.failed, len(PATIENCE)) - 1]
    if progress.rounds > before.rounds:
        return PAUSES[before.rounds]
    return int(EVERY.total_seconds())


def tallied(before: tuple[Tally, ...], ended: Iterable[Outcome]) -> tuple[Tally, ...]:
    """Count outcomes that are alike together."""
    found = {(it.ending, it.detail): it for it in before}
    for each in ended:
        alike = (each.ending, each.detail)
        last = found.get(alike) or Tally(
            ending=each.ending, detail=each.detail, count=0, labels=()
        )
        labels = (*last.labels, each.label)[:_NAMED_MOST]
        found[alike] = replace(last, count=last.count + 1, labels=labels)
    return tuple(found.values())


def counted(progress: Progress, *endings: Ending) -> int:
    return sum(it.count for it in progress.tallies if it.ending in endings)
