"""A key that dies in thirty days, swept at one moment or another."""

from datetime import datetime, timedelta

from chalice_app.domain.key import KeyState
from tests.fakes.places import KEY, NOON
from tests.fakes.world import World

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DYING, DISABLED = KeyState.PENDING_DELETION, KeyState.DISABLED
DIES = NOON + 30 * DAY
OVER = "This reminder is over. The alert says how the key is now."


def dying(world: World, dies: datetime = DIES) -> World:
    world.open("ScheduleKeyDeletion", DYING, id="event-of-the-schedule")
    world.keys.dies[KEY] = dies
    world.sweep()
    return world


def swept_at(world: World, at: datetime, *, ends: bool = True) -> None:
    world.now = at
    assert (world.sweep() is None) is ends


def titles(world: World) -> list[str]:
    """Give how each reminder begins, as the channel has it now."""
    shown = [it.versions[-1]["text"] for it in world.chat.reminders.values()]
    return [it.partition(":")[0] for it in shown]


def subjects(world: World) -> list[str]:
    told = [subject.partition(":")[0] for subject, _ in world.notices.sent]
    return [it.removeprefix("[Reprieve] ") for it in told]
