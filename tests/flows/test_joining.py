"""A later event joins its case: one line in the thread, the message rewritten."""

from datetime import timedelta

import pytest

from chalice_app.domain.key import KeyState
from tests.fakes.news import record, refused
from tests.fakes.places import KEY, NOON
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

LATER = NOON + timedelta(minutes=3)


@pytest.mark.parametrize(
    ("name", "urgent"),
    [
        ("ScheduleKeyDeletion", True),
        ("PutKeyPolicy", True),
        ("EnableKey", False),
        ("DisableKeyRotation", False),
    ],
)
def test_it_gives_one_line_and_the_channel_hears_of_harm(
    world: World, name: str, *, urgent: bool
) -> None:
    world.open("DisableKey", KeyState.DISABLED)
    event = record(name, at=LATER)

    world.deliver(event, message_id="one")
    world.deliver(event, message_id="one")
    world.deliver(event, message_id="two")

    assert len(world.message.lines) == 1
    assert name in world.message.lines[0]
    assert len(world.message.broadcasts) == urgent


def test_a_refused_rescue_is_told_and_does_no_harm(world: World) -> None:
    world.open("DisableKey", KeyState.DISABLED)

    world.deliver(refused("EnableKey", at=LATER))

    assert "AWS refused" in world.message.lines[0]
    assert world.message.broadcasts == []


def test_a_schedule_after_a_disable_shows_the_worse_of_the_two(world: World) -> None:
    world.open("DisableKey", KeyState.DISABLED)
    world.keys.put(KEY, KeyState.PENDING_DELETION)

    world.deliver(record("ScheduleKeyDeletion", at=LATER))

    assert "deletion scheduled" in world.message.versions[-1]["text"]


def test_events_in_the_wrong_order_show_the_same(world: World) -> None:
    world.keys.put(KEY, KeyState.PENDING_DELETION)

    world.deliver(record("ScheduleKeyDeletion", at=LATER))
    world.deliver(record("DisableKey", at=NOON))

    assert "deletion scheduled" in world.message.versions[-1]["text"]


def _rescued(world: World) -> None:
    case = world.open("DisableKey", KeyState.DISABLED)
    world.wait(timedelta(minutes=2))
    pressed = Pressed(button="rp.enable", value=value_of(case))
    assert world.press(pressed) is None


def test_the_record_of_our_own_call_joins_the_closed_case(world: World) -> None:
    _rescued(world)

    world.deliver(record("EnableKey", at=world.now - timedelta(seconds=1)))

    assert "CloudTrail records `EnableKey`" in world.message.lines[-1]
    assert "Resolved" in world.message.versions[-1]["text"]


def test_a_younger_trouble_opens_a_new_case_that_links_the_old(world: World) -> None:
    _rescued(world)
    old = world.case()
    world.keys.put(KEY, KeyState.PENDING_DELETION)
    at = world.wait(timedelta(hours=1))

    world.deliver(record("ScheduleKeyDeletion", at=at - timedelta(seconds=5)))

    assert len(world.chat.messages) == 2
    new = world.case()
    assert new.previous == old.id
    earlier, newest = world.chat.messages
    assert f"p{earlier}" in str(world.chat.messages[newest].versions[-1])


def test_an_older_trouble_that_comes_late_opens_no_new_case(world: World) -> None:
    _rescued(world)

    world.deliver(record("DisableKey", at=NOON - timedelta(minutes=5)))

    assert len(world.chat.messages) == 1
    assert "Resolved" in world.message.versions[-1]["text"]


def test_the_record_of_our_own_call_is_a_receipt_in_the_closed_case(
    world: World,
) -> None:
    case = world.open("DisableKey", KeyState.DISABLED)
    world.press(Pressed(button="rp.enable", value=value_of(case)))
    role = "assumed-role/reprieve-dev-actions/reprieve-dev-actions"
    ours = {"type": "AssumedRole", "arn": f"arn:aws:sts::111122223333:{role}"}

    world.deliver(record("EnableKey", at=NOON, userIdentity=ours))

    assert "the call that <@U0ADALOVE1> pressed for" in world.message.lines[-1]
    assert world.message.broadcasts == []
    assert len(world.chat.messages) == 1
