"""Wherever a worker is killed, a restore ends, and KMS is asked once for each key."""

from collections import Counter
from collections.abc import Callable

import pytest

from chalice_app.domain.key import KeyState
from tests.fakes.presses import Pressed
from tests.fakes.reviews import asking, redeliver, run, step, storm, submitting
from tests.fakes.storms import digest_of
from tests.fakes.world import World

KEYS = 3  # two batches


def submitted(world: World) -> tuple[list[str], Pressed]:
    arns = storm(world, KEYS)
    world.press(asking(world))
    return arns, submitting(world, KEYS)


def carried_on(world: World, at: int) -> bool:
    """Carry on with one kill after so many calls; tell if it came to that."""
    world.journal.kill_at, world.journal.seen = at, 0
    while world.looks.restores:
        order = world.looks.restores[0]
        with world.journal.killing(at - world.journal.seen):
            step(world)
        if world.journal.seen > at:
            redeliver(world, order, attempt=2)
            run(world)
            return True
        at -= world.journal.seen
    return False


def check(world: World, arns: list[str]) -> None:
    assert {world.state(it) for it in arns} == {KeyState.ENABLED}
    asked = Counter(it.given[1].arn for it in world.journal.named("keys.call"))
    assert asked == Counter([*arns, *arns])  # cancelled once, enabled once
    digest = digest_of(world)
    assert digest.place
    told = world.chat.messages[digest.place.ts].lines
    assert set(told) == {told[0]}
    assert "Proved: 3" in told[0]
    assert len(told) + len(world.notices.sent) <= 3  # one may be said twice
    assert world.looks.restores == []


@pytest.mark.parametrize("share", range(4))
def test_a_step_is_finished_by_the_next_delivery(
    worlds: Callable[[], World], share: int
) -> None:
    for at in range(share, 1000, 4):
        world = worlds()
        arns, press = submitted(world)
        assert world.press(press) is None
        world.journal.calls.clear()
        if not carried_on(world, at):
            assert at > 80  # it has been killed at every call that a restore makes
            return
        check(world, arns)


def test_a_submission_is_finished_by_the_next_delivery(
    worlds: Callable[[], World],
) -> None:
    for at in range(100):
        world = worlds()
        arns, press = submitted(world)
        world.journal.calls.clear()
        with world.journal.killing(at):
            world.press(press)
        through = world.journal.seen <= at
        assert world.press(press, attempt=2) is None
        run(world)
        check(world, arns)
        if through:
            assert at > 5
            return


def test_orders_that_come_twice_change_nothing(world: World) -> None:
    arns, press = submitted(world)
    world.press(press)
    while world.looks.restores:
        order = world.looks.restores[0]
        step(world)
        assert redeliver(world, order, attempt=1) is None

    check(world, arns)


def test_who_can_write_to_the_queue_cannot_restart_what_has_ended(world: World) -> None:
    arns, press = submitted(world)
    world.press(press)
    run(world)
    world.keys.put(arns[0], KeyState.PENDING_DELETION)
    made = len(world.journal.named("keys.call"))

    for number in range(9):
        redeliver(world, (press.id, number, 0), attempt=1)
        redeliver(world, (press.id, number, 0), attempt=2)

    assert len(world.journal.named("keys.call")) == made
    assert world.state(arns[0]) is KeyState.PENDING_DELETION


def test_the_sweep_goes_on_with_a_restore_whose_order_is_lost(world: World) -> None:
    arns, press = submitted(world)
    world.press(press)
    step(world)
    world.looks.restores.clear()

    world.sweep()
    run(world)
    check(world, arns)
    world.sweep()
    assert world.looks.restores == []
