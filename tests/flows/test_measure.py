"""What happens is counted, once, and by its name."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.errors import ChatRefusedError, ChatSilentError
from chalice_app.flows.from_topic import receive_note
from tests.fakes.drills import drill_note
from tests.fakes.heartbeats import heartbeat_note
from tests.fakes.pages import take_inventory
from tests.fakes.places import KEY, NOON
from tests.fakes.world import World

NOT_THERE = ChatRefusedError("chat.postMessage", "not_in_channel")
BUSY = ChatSilentError("chat.postMessage: ratelimited", after=30)


@pytest.fixture
def world() -> World:
    return World()


def test_a_heartbeat_is_measured_and_does_nothing_else(world: World) -> None:
    receive_note(heartbeat_note(), world.tools)

    assert world.metrics.told() == {"HeartbeatLatency": [5000]}
    assert (world.table.items, world.journal.calls) == ({}, [])


def test_an_alert_is_measured_to_the_time_that_slack_gave_it(world: World) -> None:
    case = world.open("DisableKey", KeyState.DISABLED)

    assert case.place
    took = float(case.place.ts) - NOON.timestamp()
    assert world.metrics.told() == {
        "AlertsShown": [1],
        "AlertLatency": [pytest.approx(took * 1000)],
    }
    assert world.metrics.cases() == {case.id}
    assert KEY not in str(world.metrics.lines)


def test_a_rewritten_alert_is_not_shown_again(world: World) -> None:
    world.open("DisableKey", KeyState.DISABLED)
    world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)

    assert world.metrics.told()["AlertsShown"] == [1]


def test_what_the_sweep_found_has_no_event_to_measure_from(world: World) -> None:
    take_inventory(world)
    world.keys.put(KEY, KeyState.DISABLED)

    take_inventory(world)

    assert "AlertLatency" not in world.metrics.told()
    assert world.metrics.told()["AlertsShown"] == [1]


@pytest.mark.parametrize(
    ("answer", "metric"), [(NOT_THERE, "SlackRefused"), (BUSY, "SlackSilent")]
)
def test_an_alert_that_slack_does_not_take_is_counted(
    world: World, answer: Exception, metric: str
) -> None:
    world.chat.fails["post"] = [answer]

    with pytest.raises(type(answer)):
        world.open("DisableKey", KeyState.DISABLED)

    assert world.metrics.told() == {"AlertsNotShown": [1], metric: [1]}


def test_a_sweep_counts_what_it_looked_at_and_what_failed(world: World) -> None:
    world.open("DisableKey", KeyState.DISABLED)
    world.metrics.lines.clear()
    world.chat.fails["update"] = [BUSY]

    world.sweep()

    assert world.metrics.told() == {
        "SweepCases": [1],
        "SweepFailures": [1],
        "SlackSilent": [1],
        "AlertsNotShown": [1],
    }


def test_a_quiet_sweep_writes_nothing(world: World) -> None:
    world.sweep()

    assert world.metrics.lines == []


def test_hidden_keys_are_counted(world: World) -> None:
    world.keys.put(KEY, KeyState.ENABLED)
    world.keys.hidden = {KEY}

    take_inventory(world)

    assert world.metrics.told()["KeysHidden"] == [1]


def test_a_drill_is_no_alert(world: World) -> None:
    receive_note(drill_note(), world.tools)

    assert world.message.kind == "drill"
    assert world.metrics.told() == {}
