"""KMS may tell of the time before: Reprieve says so, and looks again by itself."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.errors import ChatRefusedError, ChatSilentError, NotFromSlackError
from chalice_app.flows.from_queue import receive_message
from tests.fakes.keys import Trouble
from tests.fakes.news import record
from tests.fakes.places import KEY, NOON
from tests.fakes.presses import ordered, queued
from tests.fakes.world import World


def stale(world: World, times: int) -> None:
    world.keys.put(KEY, KeyState.ENABLED)
    world.keys.put(KEY, KeyState.DISABLED)
    world.keys.on_read = [Trouble.STALE] * times
    world.deliver(record("DisableKey"))


def test_a_stale_reading_is_looked_at_after_two_seconds(world: World) -> None:
    stale(world, 1)
    assert "KMS does not show this yet" in str(world.message.versions[-1])
    assert [(looks, pause) for _, looks, pause in world.looks.ordered] == [(1, 2)]

    world.look()

    assert "KMS does not show this yet" not in str(world.message.versions[-1])
    assert world.looks.ordered == []


def test_the_looks_come_ever_later_and_end(world: World) -> None:
    stale(world, 9)
    pauses = []
    while world.looks.ordered:
        pauses.append(world.looks.ordered[0][2])
        world.look()

    assert pauses == [2, 5, 15, 60]
    assert len(world.journal.named("keys.call")) == 0


def test_a_look_that_fails_comes_again_and_at_last_leaves_it_to_the_sweep(
    world: World,
) -> None:
    stale(world, 1)
    case_id = world.case().id
    world.chat.fails["update"] = [ChatSilentError("busy", after=33)] * 2

    with pytest.raises(ChatSilentError):
        receive_message(ordered(case_id, 1, attempt=1), world.tools)
    assert world.retries.asked == [("receipt-1", 33)]

    receive_message(ordered(case_id, 1, attempt=5), world.tools)
    assert world.case().shown_version < world.case().version


def test_a_look_that_slack_refuses_comes_again(world: World) -> None:
    stale(world, 1)
    world.chat.joined = False

    with pytest.raises(ChatRefusedError):
        receive_message(ordered(world.case().id, 1, attempt=3), world.tools)

    assert world.retries.asked == [("receipt-3", 15)]


def test_a_look_at_a_case_that_is_not_there_ends(world: World) -> None:
    receive_message(ordered("0123456789", 1), world.tools)

    assert world.journal.named("keys.read", "chat.update", "chat.post") == []


@pytest.mark.parametrize(
    "body",
    [
        {"look": "0123456789"},
        {"look": "0123456789", "looks": "1"},
        {"look": "0123456789", "looks": 1, "act": "enable_key"},
        ["look", "looks"],
        "look",
    ],
)
def test_what_is_no_order_has_to_be_signed_by_slack(world: World, body: object) -> None:
    with pytest.raises(NotFromSlackError):
        receive_message(queued(body, "m", NOON, NOON, 1), world.tools)
