"""The inventory opens a case for what no event has announced, and for no old news."""

from datetime import timedelta

from chalice_app.domain.key import KeyState
from tests.fakes.news import record
from tests.fakes.pages import read_pages, take_inventory
from tests.fakes.places import KEY, NOON
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

DYING, DISABLED = KeyState.PENDING_DELETION, KeyState.DISABLED
ENABLED, WAITS = KeyState.ENABLED, KeyState.PENDING_IMPORT
OTHERS = [KEY[:-1] + sign for sign in "2345"]


def test_a_dying_key_that_no_event_announced_is_told(world: World) -> None:
    world.keys.put(KEY, DYING)

    take_inventory(world)

    shown = world.message.versions[-1]
    assert "Key deletion scheduled: `alias/payroll`" in shown["text"]
    assert "No event has announced this" in str(shown)
    assert "rp.cancel" in str(shown)
    take_inventory(world)
    assert len(world.message.versions) == 2


def test_a_late_event_joins_what_the_inventory_has_found(world: World) -> None:
    world.keys.put(KEY, DYING)
    take_inventory(world)

    world.deliver(record("ScheduleKeyDeletion", at=NOON))

    shown = str(world.message.versions[-1])
    assert "`ada`" in shown
    assert "No event has announced this" not in shown


def test_a_found_key_is_saved_with_one_press(world: World) -> None:
    world.keys.put(KEY, DYING)
    take_inventory(world)

    world.press(
        Pressed(button="rp.cancel_enable", value=value_of(world.case()), at=world.now)
    )

    assert world.state() is ENABLED
    assert world.message.versions[-1]["text"].startswith("Resolved")


def test_a_key_that_somebody_disabled_unheard_is_told_once(world: World) -> None:
    world.keys.put(KEY, ENABLED)
    take_inventory(world)
    world.keys.put(KEY, DISABLED)

    take_inventory(world)

    assert "Key disabled" in world.message.versions[-1]["text"]
    take_inventory(world)
    assert world.message.kind == "case"


def test_a_key_that_was_enabled_meanwhile_is_news_again(world: World) -> None:
    world.open("DisableKey", DISABLED)
    take_inventory(world)
    world.keys.put(KEY, ENABLED)
    take_inventory(world)
    world.wait(timedelta(hours=1))
    world.sweep()
    world.keys.put(KEY, DISABLED)

    take_inventory(world)

    assert world.case().found
    assert "Key disabled" in str(list(world.chat.messages.values())[-1].versions[-1])


def test_what_the_sweep_still_looks_at_it_tells_itself(world: World) -> None:
    """Leave one case and one message, where a key is harmed right after its rescue."""
    world.keys.put(KEY, ENABLED)
    take_inventory(world)
    world.open("DisableKey", DISABLED, at=world.now)
    world.wait(timedelta(minutes=1))
    world.keys.put(KEY, ENABLED)
    world.deliver(record("EnableKey", id="e-2", at=world.now))
    world.wait(timedelta(minutes=6))
    world.keys.put(KEY, DISABLED)
    world.wait(timedelta(days=1))

    world.sweep()
    read_pages(world)

    assert "Key disabled" in world.message.versions[-1]["text"]
    [line] = world.message.broadcasts
    assert "KMS now says that the key is `Disabled`" in line


def test_material_that_is_gone_is_told_and_a_key_that_never_had_any_is_not(
    world: World,
) -> None:
    gone, empty = KEY, OTHERS[0]
    world.keys.imported = {gone, empty}
    world.keys.put(gone, ENABLED)
    world.keys.put(empty, WAITS)
    take_inventory(world)
    world.keys.put(gone, WAITS)

    take_inventory(world)

    assert "Imported key material gone" in world.message.versions[-1]["text"]
    assert world.case().subject.arn == gone


def test_every_page_is_read_once_and_each_key_has_one_case(world: World) -> None:
    for arn in (KEY, *OTHERS):
        world.keys.put(arn, DYING)

    take_inventory(world)

    assert len(world.chat.messages) == 3  # the other two are a storm
    assert len(world.looks.drawings) == 1
    assert len(world.journal.named("keys.page")) == 3
    found = world.tools.inventories.get()
    assert found
    assert (found.tally.keys, found.tally.opened, found.page) == (5, 5, 3)


def test_slack_is_given_a_second_for_each_alert_of_a_page(world: World) -> None:
    world.keys.page_size = 10
    for arn in (KEY, *OTHERS):
        world.keys.put(arn, DYING)
    world.sweep()

    read_pages(world)

    assert [seconds for _, _, seconds in world.looks.ordered] == [0, 1, 2, 3, 4]
    assert world.chat.messages == {}
