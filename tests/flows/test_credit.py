"""A press is credited with the calls that it made, and not with somebody else's."""

import pytest

from chalice_app.domain.asked import credited
from chalice_app.domain.key import KeyState
from chalice_app.domain.ledger import Kind
from chalice_app.domain.remedy import Call, Remedy
from chalice_app.errors import TryAgainError
from tests.fakes.keys import Trouble
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of


def pressed(world: World) -> Pressed:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    return Pressed(button="rp.cancel_enable", value=value_of(case))


def check(world: World, press: Pressed, remedy: Remedy) -> None:
    entry = world.tools.ledger.entry(world.case().id, f"{press.id}.{Kind.PROVED}")
    deed = world.words.say(f"deed.{remedy}")
    assert entry
    assert entry.act == remedy
    assert [act.remedy for act in world.case().saved] == [remedy]
    assert f"Done: {deed}" in world.answers[-1]
    assert world.message.lines[-1].startswith(f"<@U0ADALOVE1> pressed: {deed}")
    assert world.notices.sent[-1][1].startswith(deed.capitalize())


def test_a_key_cancelled_by_somebody_else_is_only_re_enabled(world: World) -> None:
    press = pressed(world)
    world.keys.put(KEY, KeyState.DISABLED)

    assert world.press(press) is None

    check(world, press, Remedy.ENABLE_KEY)


def test_a_cancel_of_an_earlier_delivery_counts(world: World) -> None:
    press = pressed(world)
    world.keys.on_call = [None, Trouble.SILENT]

    assert world.press(press)
    assert world.press(press, attempt=2) is None

    check(world, press, Remedy.CANCEL_AND_ENABLE)


def test_a_key_enabled_by_somebody_else_was_only_cancelled(world: World) -> None:
    press = pressed(world)
    world.keys.on_call = [Trouble.SILENT_AFTER_EFFECT]
    assert world.press(press)
    world.keys.put(KEY, KeyState.ENABLED)

    assert world.press(press, attempt=2) is None

    check(world, press, Remedy.CANCEL_DELETION)


def test_a_credit_kept_through_a_crash_is_told_as_it_was_written(world: World) -> None:
    press = pressed(world)
    world.keys.put(KEY, KeyState.DISABLED)
    world.notices.fails = [TryAgainError("notices")]

    assert world.press(press)
    assert world.press(press, attempt=2) is None

    check(world, press, Remedy.ENABLE_KEY)


@pytest.mark.parametrize("remedy", [Remedy.CANCEL_DELETION, Remedy.ENABLE_KEY])
@pytest.mark.parametrize("call", Call)
def test_a_remedy_of_one_call_is_itself(remedy: Remedy, call: Call) -> None:
    assert credited(remedy, frozenset({call})) is remedy
