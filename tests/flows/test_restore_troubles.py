"""What goes wrong with one of many keys stops no other, and is told."""

from datetime import timedelta

from chalice_app.domain.key import KeyState
from tests.fakes.keys import Trouble
from tests.fakes.restores import restored, thread
from tests.fakes.reviews import run, step
from tests.fakes.world import World


def test_a_key_that_kms_refuses_is_told_and_the_rest_goes_on(world: World) -> None:
    arns = restored(world, remedy="cancel_deletion")
    world.keys.on_call = [None, "AccessDeniedException"]
    run(world)

    assert [world.state(it) for it in arns].count(KeyState.DISABLED) == 11
    [line] = thread(world)
    assert "AWS refused: 1, with `AccessDeniedException` (RP-" in line
    assert "Proved: 11" in line


def test_what_somebody_else_saved_meanwhile_needs_nothing(world: World) -> None:
    arns = restored(world, remedy="cancel_deletion")
    world.keys.put(arns[3], KeyState.ENABLED)
    world.wait(timedelta(minutes=6))
    run(world)

    assert "Nothing was left to do: 1, KMS says `Enabled`." in thread(world)[-1]
    assert world.state(arns[3]) is KeyState.ENABLED


def test_a_key_that_is_not_confirmed_is_looked_at_again(world: World) -> None:
    arns = restored(world, remedy="cancel_deletion")
    world.keys.on_read = [None, Trouble.STALE]
    run(world)

    assert {world.state(it) for it in arns} == {KeyState.DISABLED}
    assert "Proved: 12" in thread(world)[-1]
    assert len(world.journal.named("keys.call")) == 12


def test_kms_that_is_silent_gets_a_pause(world: World) -> None:
    restored(world, remedy="cancel_deletion")
    world.keys.on_call = [None, Trouble.THROTTLED]
    assert step(world) is None

    assert len(world.journal.named("keys.call")) == 1  # the second had no answer
    assert world.looks.restores[0][2] == 2
    run(world)
    assert "Proved: 12" in thread(world)[-1]


def test_after_two_hours_nothing_is_done_that_was_asked_for_then(
    world: World,
) -> None:
    arns = restored(world, remedy="cancel_deletion")
    step(world)
    world.wait(timedelta(hours=2, minutes=1))
    run(world)

    assert [world.state(it) for it in arns].count(KeyState.DISABLED) == 5
    assert "Not done: 7, their turn came too late" in thread(world)[-1]
