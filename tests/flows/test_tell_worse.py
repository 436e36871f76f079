"""What gets worse without any event is said in the thread and in the channel, once."""

from datetime import timedelta

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.errors import ChatSilentError
from tests.fakes.news import record
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
