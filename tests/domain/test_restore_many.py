"""In which steps many keys are restored, however slow the steps are."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.key import KeyState
from chalice_app.domain.remedy import Remedy, calls_left
from chalice_app.domain.restore_many import (
    CALLS_PER_BATCH,
    PAUSES,
    Step,
    after,
    counted,
    ended,
    next_keys,
    next_step,
    pause_before,
)
from chalice_app.domain.restore_parts import (
    END,
    LINE,
    NOTICE,
    Ending,
    Outcome,
    Progress,
    Restore,
)
from tests.shapes import PLACE, START

IDS = tuple(f"{number:010x}" for number in range(12))
CHOSEN = Restore(
    id="press-1",
    digest="0a1b2c3d4e",
    user="U0ADA",
    remedy=Remedy.CANCEL_AND_ENABLE,
    reason="Wrong account",
    asked_at=START,
    cases=IDS,
)
PROVED = Outcome(label="RP-A", ending=Ending.PROVED, detail=KeyState.ENABLED)
UNSURE = Outcome(label="RP-A", ending=Ending.UNSURE)


def done(step: Step, progress: Progress, now: datetime, unsure: set[str]) -> Progress:
    """Do a step as the flow does, where some keys are never confirmed."""
    if step is Step.RESTORE:
        keys = next_keys(progress, CHOSEN)
        ends = {it: UNSURE if it in unsure else PROVED for it in keys}
        progress = after(progress, ends)
    elif step is Step.SHOW:
        told = progress.told if progress.left else progress.told | {END}
        shown = {"shown_at": now, "shown_step": progress.step + 1}
        progress = replace(progress, place=PLACE, told=told, **shown)
    else:
        progress = replace(progress, told=progress.told | {NOTICE, LINE})
    return replace(progress, step=progress.step + 1)


@given(unsure=st.sets(st.sampled_from(IDS)), slow=st.sampled_from([0, 1, 11, 600]))
def test_every_restore_ends_however_slow_its_steps_are(
    unsure: set[str], slow: int
) -> None:
    progress, now, steps = Progress(left=IDS), START, 0
    while step := next_step(progress, now):
        before, progress = progress, done(step, progress, now, unsure)
        now += timedelta(seconds=slow + pause_before(progress, before))
        steps += 1
        assert steps < 200
    assert ended(progress)
    assert counted(progress, *Ending) == len(IDS)
    assert counted(progress, Ending.UNSURE) == len(unsure)


@pytest.mark.parametrize("remedy", [Remedy.CANCEL_DELETION, Remedy.CANCEL_AND_ENABLE])
def test_a_batch_asks_for_no_more_than_kms_takes_in_a_second(remedy: Remedy) -> None:
    keys = next_keys(Progress(left=IDS), replace(CHOSEN, remedy=remedy))

    assert 0 < len(keys) * len(calls_left(remedy, None)) <= CALLS_PER_BATCH


def test_an_unsure_key_comes_again_after_longer_and_longer_pauses() -> None:
    progress, pauses = Progress(left=IDS[:1]), []
    while progress.left:
        before, progress = progress, after(progress, {IDS[0]: UNSURE})
        pauses.append(pause_before(progress, before))

    assert tuple(pauses[:-1]) == PAUSES
    assert sum(PAUSES) > 300  # by then KMS has settled
