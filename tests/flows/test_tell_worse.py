"""What gets worse without any event is said in the thread and in the channel, once."""

from datetime import timedelta

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.errors import ChatSilentError
from tests.fakes.news import record, refused
from tests.fakes.places import KEY
from tests.fakes.world import World

DYING, REPLICAS = KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION
HOUR = timedelta(hours=1)


def test_a_primary_whose_last_replica_died_has_a_date_and_people_hear_it(
    world: World,
) -> None:
    world.open("ScheduleKeyDeletion", REPLICAS)
    assert "waits for replicas" in str(world.message.versions[-1])
    for state in (REPLICAS, DYING, DYING):
        world.wait(HOUR)
        world.keys.put(KEY, state)
        assert world.sweep() is None

    [line] = world.message.broadcasts
    assert line.startswith("AWS now has a date: it will delete this key, *not before")
    assert "No event has announced this" in line
    assert "Key deletion scheduled" in str(world.message.versions[-1])


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (DYING, "AWS now has a date"),
        (REPLICAS, "KMS now says that the key is `PendingReplicaDeletion`."),
        (KeyState.GONE, "AWS has deleted this key."),
    ],
)
def test_a_disabled_key_that_somebody_schedules_unheard_is_told(
    world: World, state: KeyState, said: str
) -> None:
    world.open("DisableKey", KeyState.DISABLED)
    world.keys.put(KEY, state)
    world.wait(HOUR)

    world.sweep()
    world.sweep()

    [line] = world.message.broadcasts
    assert line.startswith(said)


def test_where_slack_is_silent_it_comes_with_the_next_sweep(world: World) -> None:
    world.open("DisableKey", KeyState.DISABLED)
    world.keys.put(KEY, DYING)
    world.wait(HOUR)
    world.chat.fails["reply"] = [ChatSilentError("timed out")]

    assert world.sweep() is not None
    assert world.sweep() is None

    assert len(world.message.broadcasts) == 1


def test_an_event_that_comes_after_all_is_the_only_line(world: World) -> None:
    world.open("DisableKey", KeyState.DISABLED)
    world.keys.put(KEY, DYING)
    at = world.wait(HOUR)
    world.looks.ordered = [(world.case().id, 1, 0)]
    world.look()

    world.deliver(record("ScheduleKeyDeletion", id="e-2", at=at))
    world.sweep()

    [line] = world.message.broadcasts
    assert "CloudTrail records `ScheduleKeyDeletion`" in line


@pytest.mark.parametrize("attempt", [False, True])
def test_a_resolved_case_leaves_it_to_the_case_that_an_event_has_opened(
    world: World, *, attempt: bool
) -> None:
    world.open("DisableKey", KeyState.DISABLED)
    world.keys.put(KEY, KeyState.ENABLED)
    world.wait(timedelta(minutes=6))
    world.deliver(record("EnableKey", id="enabled", at=world.now))
    world.wait(timedelta(minutes=1))
    world.keys.put(KEY, KeyState.DISABLED)
    world.deliver(record("DisableKey", id="again", at=world.now))
    if attempt:
        world.deliver(refused("DisableKey", "AccessDenied", id="tried", at=world.now))
    world.wait(HOUR)

    world.sweep()

    first, second, *_ = world.chat.messages.values()
    assert first.case_id != second.case_id
    assert [it for it in first.lines if "No event has announced" in it] == []
    assert first.broadcasts == []


def test_an_attempt_after_it_hides_nothing(world: World) -> None:
    world.open("DisableKey", KeyState.DISABLED)
    world.keys.put(KEY, KeyState.ENABLED)
    world.wait(timedelta(minutes=6))
    world.deliver(record("EnableKey", id="enabled", at=world.now))
    world.deliver(refused("DisableKey", "AccessDenied", id="tried", at=world.now))
    world.keys.put(KEY, KeyState.DISABLED)
    world.wait(HOUR)

    world.sweep()

    lines = [it for each in world.chat.messages.values() for it in each.broadcasts]
    assert [it for it in lines if "No event has announced" in it] != []
