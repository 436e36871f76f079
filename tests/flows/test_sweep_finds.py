"""The sweep opens a case for what no event has announced, and for no old news."""

from chalice_app.domain.key import KeyState
from tests.fakes.news import record
from tests.fakes.places import KEY, NOON
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

DYING, DISABLED = KeyState.PENDING_DELETION, KeyState.DISABLED
ENABLED = KeyState.ENABLED


def test_a_dying_key_that_no_event_announced_is_told(world: World) -> None:
    world.keys.put(KEY, DYING)

    assert world.sweep() is None

    shown = world.message.versions[-1]
    assert "Key deletion scheduled: `alias/payroll`" in shown["text"]
    assert "No event has announced this" in str(shown)
    assert "rp.cancel" in str(shown)
    assert world.sweep() is None
    assert len(world.message.versions) == 2


def test_a_late_event_joins_what_the_sweep_has_found(world: World) -> None:
    world.keys.put(KEY, DYING)
    world.sweep()

    world.deliver(record("ScheduleKeyDeletion", at=NOON))

    shown = str(world.message.versions[-1])
    assert "`ada`" in shown
    assert "No event has announced this" not in shown


def test_a_found_key_is_saved_with_one_press(world: World) -> None:
    world.keys.put(KEY, DYING)
    world.sweep()

    world.press(Pressed(button="rp.cancel_enable", value=value_of(world.case())))

    assert world.state() is ENABLED
    assert world.message.versions[-1]["text"].startswith("Resolved")


def test_what_was_disabled_before_the_first_sweep_is_not_news(world: World) -> None:
    world.keys.put(KEY, DISABLED)
    world.sweep()
    assert world.chat.messages == {}

    world.keys.put(KEY, ENABLED)
    world.sweep()
    world.keys.put(KEY, DISABLED)
    world.sweep()

    assert "Key disabled" in world.message.versions[-1]["text"]
