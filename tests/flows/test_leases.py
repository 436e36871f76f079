"""One press at a time acts on a key, and nobody is told that it did what it did not."""

from datetime import timedelta

from chalice_app.domain.key import KeyState
from chalice_app.errors import BeingActedOnError
from infra.sandbox.slack import acme
from tests.fakes.keys import Trouble
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of


def pressed(world: World) -> Pressed:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    return Pressed(button="rp.cancel_enable", value=value_of(case))


def test_two_people_at_once_are_one_rescue(world: World) -> None:
    first = pressed(world)
    second = Pressed(button=first.button, value=first.value, user=acme.BO)
    world.keys.on_call = [Trouble.SILENT]

    world.press(first)
    world.press(second)

    assert "A press on this key is being carried out right now" in world.answers[-1]
    world.press(first, attempt=2)
    assert [act.user for act in world.case().saved] == [acme.ADA]
    assert len(world.notices.sent) == 1


def test_a_second_press_of_one_person_is_not_told_to_be_of_somebody_else(
    world: World,
) -> None:
    first = pressed(world)
    world.keys.on_call = [Trouble.SILENT]
    world.press(first)

    world.press(Pressed(button=first.button, value=first.value))

    assert "this one did nothing" in world.answers[-1]
    assert "omebody else" not in world.answers[-1]


def test_a_lease_ends_by_itself(world: World) -> None:
    first = pressed(world)
    world.keys.on_call = [Trouble.SILENT]
    world.press(first)

    later = world.wait(timedelta(seconds=92))
    second = Pressed(button=first.button, value=first.value, user=acme.BO, at=later)
    assert world.press(second) is None
    assert [act.user for act in world.case().saved] == [acme.BO]


def test_a_press_that_lost_its_lease_does_not_say_that_it_did_nothing(
    world: World,
) -> None:
    first = pressed(world)
    world.keys.on_call = [Trouble.SILENT_AFTER_EFFECT, Trouble.SILENT]
    world.press(first)
    later = world.wait(timedelta(seconds=92))
    second = Pressed(button=first.button, value=first.value, user=acme.BO, at=later)
    world.press(second)

    assert isinstance(world.press(first, attempt=2), BeingActedOnError)
    assert world.press(second, attempt=2) is None
    assert world.press(first, attempt=3) is None

    assert "did nothing" not in " ".join(world.answers)
    assert [act.user for act in world.case().saved] == [acme.BO, acme.ADA]
