"""A responder restores all keys of a storm: how fast, and what becomes of each."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalice_app.domain.restore_parts import Ending
from tests.fakes.reviews import asking, submitting
from tests.storm.weather import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    keys: int
    proved: int
    calls: Counter[datetime]  # of KMS, by the second
    spoken: int  # calls of Slack
    took: timedelta


def restored(run: Run, remedy: str) -> Restored:
    """Press, submit the whole list as it stands in the modal, and let it happen."""
    world = run.world
    began, spoken = world.now, len(run.spoken)
    run.asked.clear()
    world.press(asking(world))
    [review] = [it for it in world.table.items if it[0].startswith("REVIEW#")]
    listed = world.tools.restores.listed(review[0].removeprefix("REVIEW#"))
    keys = len(listed.cases) if listed else 0
    world.press(submitting(world, keys, remedy=remedy))
    run.empty()
    [done] = [it for it in world.table.items if it[0].startswith("RESTORE#")][:1]
    progress = world.tools.restores.progress(done[0].removeprefix("RESTORE#"))
    tallies = progress.tallies if progress else ()
    return Restored(
        keys=keys,
        proved=sum(it.count for it in tallies if it.ending is Ending.PROVED),
        calls=Counter(at.replace(microsecond=0) for at in run.asked),
        spoken=len(run.spoken) - spoken,
        took=world.now - began,
    )
