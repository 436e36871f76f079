"""Storms: many keys harmed at once, and the queue that brings their digest."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from chalice_app.domain.digest import Digest
from chalice_app.domain.key import KeyState
from chalice_app.errors import ReprieveError
from chalice_app.flows.from_queue import receive_message
from tests.fakes.news import record, refused
from tests.fakes.places import KEY, NOON
from tests.fakes.presses import queued
from tests.fakes.world import World


def keys(count: int) -> list[str]:
    """Name so many keys of the account."""
    return [f"{KEY[:-4]}{number:04}" for number in range(count)]


def harm(world: World, arns: list[str], **changes: Any) -> None:
    """Have each key scheduled for deletion, and alerted on."""
    for arn in arns:
        world.keys.put(arn, KeyState.PENDING_DELETION)
        world.deliver(record("ScheduleKeyDeletion", key=arn, at=world.now, **changes))


def refuse(world: World, arns: list[str]) -> None:
    for arn in arns:
        world.keys.states.setdefault(arn, KeyState.ENABLED)
        world.keys.dies.setdefault(arn, world.now)
        world.deliver(refused("ScheduleKeyDeletion", key=arn, at=world.now))


def hand_over(
    world: World, drawing: tuple[str, int, int], attempt: int = 1
) -> ReprieveError | None:
    """Hand over an order to draw; give the error after which the queue tries again."""
    digest, turn, _ = drawing
    order = {"digest": digest, "turn": turn}
    try:
        message = queued(order, f"draw-{turn}", NOON, NOON, attempt)
        receive_message(message, world.tools)
    except ReprieveError as error:
        return error
    return None


def draw_all(world: World) -> Iterator[timedelta]:
    """Hand over every order when it is due; give how long each has waited."""
    while world.looks.drawings:
        drawing = world.looks.drawings.pop(0)
        pause = timedelta(seconds=drawing[2])
        world.wait(pause)
        assert hand_over(world, drawing) is None
        yield pause


def digest_of(world: World) -> Digest:
    """Give the only digest."""
    [head] = [
        it
        for key, it in world.table.items.items()
        if key[0][:7] == "DIGEST#" and key[1] == "DIGEST"
    ]
    digest = world.tools.digests.get(head["pk"][7:])
    assert digest
    return digest
