"""Story: a responder restores many keys; each step of it is ordered by the last."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from chalice_app.domain.restore_many import (
    ACTS_FOR,
    Step,
    after,
    ended,
    given_up,
    next_keys,
    next_step,
    pause_before,
)
from chalice_app.domain.restore_parts import Ending, Outcome, Progress, Restore
from chalice_app.domain.second_look import pause_after
from chalice_app.errors import ChatRefusedError, KmsSilentError, TryAgainError
from chalice_app.flows.restore_one import restore_one
from chalice_app.flows.tell_restore import show_progress, tell_end
from chalice_app.ports import Tools

Do = Callable[[Restore, Progress, datetime, Tools], Progress]


def carry_on(record: Mapping[str, Any], order: Mapping[str, Any], tools: Tools) -> None:
    """Do one step of a restore, and order the next.

    An order names no key and no remedy: what may be done stands in the table. Raises
    TryAgainError and ChatRefusedError, after which the queue delivers again.
    """
    restore = tools.restores.get(str(order["restore"]))
    if restore is None:
        return
    attempt = int(record["attributes"]["ApproximateReceiveCount"])
    holder = str(record["messageId"])
    try:
        now = tools.restores.take(restore.id, int(order["step"]), holder)
        if now:
            _do_next(restore, holder, now, tools)
        elif attempt > 1:  # the step may be done, and the next one not ordered
            go_on(restore.id, tools)
    except (TryAgainError, ChatRefusedError) as error:
        pause = max(pause_after(attempt), error.after or 0)
        tools.retries.soon(record["receiptHandle"], pause)
        raise


def _do_next(restore: Restore, holder: str, now: datetime, tools: Tools) -> None:
    before = tools.restores.progress(restore.id)
    step = next_step(before, now) if before else None
    if before is None or step is None:
        return
    progress = STEPS[step](restore, before, now, tools)
    progress = replace(progress, step=before.step + 1)
    noted = tools.restores.note(restore.id, progress, holder)
    if noted and not ended(progress):
        pause = pause_before(progress, before)
        tools.looks.restore(restore.id, progress.step, pause)


def go_on(restore_id: str, tools: Tools) -> None:
    """Order the step that is due, if any: the last order may be lost."""
    progress = tools.restores.progress(restore_id)
    if progress and not ended(progress):
        tools.looks.restore(restore_id, progress.step, 1)


def _restore(
    restore: Restore, progress: Progress, now: datetime, tools: Tools
) -> Progress:
    if now - restore.asked_at > ACTS_FOR:
        return given_up(progress)
    outcomes: dict[str, Outcome] = {}
    silent = 0
    for case_id in next_keys(progress, restore):
        try:
            outcomes[case_id] = restore_one(case_id, restore, progress, tools)
        except KmsSilentError:
            label = f"RP-{case_id.upper()}"
            outcomes[case_id] = Outcome(label=label, ending=Ending.UNSURE)
            silent = progress.failed + 1
            break  # KMS asks for a pause, or has trouble of its own
    return replace(after(progress, outcomes), failed=silent)


STEPS: Mapping[Step, Do] = MappingProxyType(
    {
        Step.RESTORE: _restore,
        Step.SHOW: show_progress,
        Step.TELL: tell_end,
    }
)
