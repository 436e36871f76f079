"""The sweep reminds of a key that nobody has saved, of each moment once."""

from chalice_app.domain.key import KeyState
from chalice_app.flows.sweep import sweep
from infra.sandbox.aws.shapes import REGION
from infra.sandbox.slack import acme
from tests.fakes.keys import Trouble
from tests.fakes.news import record, written
from tests.fakes.places import FOREIGN_KEY, KEY, NOON
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of
from tests.flows.dying import (
    DAY,
    DIES,
    DISABLED,
    DYING,
    HOUR,
    OVER,
    dying,
    subjects,
    swept_at,
    titles,
)

SEVEN, TWO = "Less than 7 days left", "Less than 2 days left"
ONE, LAST = "Less than 24 hours left", "Less than 4 hours left"


def test_the_last_days_hour_by_hour_show_each_reminder_once(world: World) -> None:
    dying(world)
    for before in range(8 * 24, 0, -1):
        swept_at(world, DIES - before * HOUR)

    assert titles(world) == [SEVEN, TWO, OVER, LAST]
    assert subjects(world) == [SEVEN, TWO, ONE, LAST]
    inside = [it.inside == world.case(0).place for it in world.chat.reminders.values()]
    assert inside == [True, True, False, False]
    assert world.message.broadcasts == world.message.lines
    assert len(world.message.lines) == 2


def test_a_disabled_key_has_two_and_both_stand_on_their_own(world: World) -> None:
    world.open("DisableKey", DISABLED)
    for hours in range(1, 6 * 24, 5):
        swept_at(world, NOON + hours * HOUR)

    told = ["Disabled for more than 16 hours", "Disabled for more than 5 days"]
    assert subjects(world) == told
    assert [it.inside for it in world.chat.reminders.values()] == [None, None]


def test_after_a_jump_only_the_most_urgent_is_sent(world: World) -> None:
    dying(world)

    swept_at(world, DIES - 3 * HOUR)
    swept_at(world, DIES - 2 * HOUR)

    assert titles(world) == ["Less than 3 hours left"]


def test_a_sweep_that_is_tried_again_with_its_old_time_says_nothing_old(
    world: World,
) -> None:
    dying(world)
    swept_at(world, DIES - DAY)

    sweep((DIES - 2 * DAY).isoformat(), REGION, world.tools)

    assert titles(world) == [ONE]


def test_what_is_due_within_a_day_of_the_alert_is_skipped(world: World) -> None:
    dying(world, NOON + 7 * DAY)

    swept_at(world, NOON + HOUR)
    assert titles(world) == []
    swept_at(world, NOON + 5 * DAY + HOUR)
    assert titles(world) == [TWO]


def test_none_comes_after_the_cancel_and_the_one_that_stands_is_withdrawn(
    world: World,
) -> None:
    dying(world)
    swept_at(world, DIES - DAY + HOUR)
    value = value_of(world.case(0))
    world.press(Pressed(button="rp.cancel", value=value, at=world.now))

    (reminder,) = world.chat.reminders.values()
    assert titles(world) == [OVER]
    assert "elements" not in str(reminder.versions[-1])
    swept_at(world, DIES - HOUR)
    assert len(world.chat.reminders) == 1


def test_that_of_a_key_that_somebody_else_saved_is_withdrawn_by_the_sweep(
    world: World,
) -> None:
    dying(world)
    swept_at(world, DIES - DAY + HOUR)
    world.keys.put(KEY, KeyState.ENABLED)

    swept_at(world, DIES - DAY + 2 * HOUR)

    assert titles(world) == [OVER]


def test_a_new_date_has_reminders_of_its_own(world: World) -> None:
    dying(world)
    swept_at(world, DIES - 7 * DAY)
    world.keys.put(KEY, DISABLED)
    world.deliver(record("CancelKeyDeletion", at=world.wait(HOUR)))
    world.keys.put(KEY, DYING)
    world.deliver(record("ScheduleKeyDeletion", at=world.wait(HOUR)))
    world.keys.dies[KEY] = later = world.now + 30 * DAY

    swept_at(world, later - 7 * DAY)

    assert titles(world) == [SEVEN, SEVEN]


def test_where_kms_cannot_be_asked_it_says_so(world: World) -> None:
    dying(world)
    world.keys.on_read = [Trouble.THROTTLED]

    swept_at(world, DIES - 2 * DAY)

    (line,) = world.message.lines
    assert "KMS could not be asked now" in line
    assert "nobody has cancelled" not in line


def test_the_owners_are_named_in_the_last_two_alone(world: World) -> None:
    world.configure(owner_group=acme.RESPONDERS)
    dying(world)
    for before in (168, 48, 24, 4):
        swept_at(world, DIES - before * HOUR)

    first = [it.versions[0] for it in world.chat.reminders.values()]
    named = [f"<!subteam^{acme.RESPONDERS}>" in str(it) for it in first]
    assert named == [False, False, True, True]


def test_a_key_of_another_account_has_none(world: World) -> None:
    dies = {"deletionDate": written(DIES)}
    name = "ScheduleKeyDeletion"
    world.deliver(record(name, key=FOREIGN_KEY, responseElements=dies))
    swept_at(world, DIES - DAY)

    assert world.chat.reminders == {}
