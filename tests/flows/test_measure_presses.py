"""Each press has one outcome among the metrics."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.remedy import Call
from chalice_app.errors import ChatSilentError
from infra.sandbox.slack import acme
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of
from tests.planted import leaks

BUSY = ChatSilentError("chat.postMessage: ratelimited", after=30)


@pytest.fixture
def world() -> World:
    """Give a world with an alert, of which nothing was measured."""
    made = World()
    made.open("DisableKey", KeyState.DISABLED)
    made.metrics.lines.clear()
    return made


def press(world: World, user: str = acme.ADA) -> Pressed:
    case = world.case()
    assert case.place
    return Pressed(
        button="rp.enable",
        value=value_of(case),
        on=case.place.ts,
        user=user,
        at=world.now,
    )


def outcomes(world: World) -> dict[str, list[float]]:
    told = world.metrics.told()
    return {name: them for name, them in told.items() if name.startswith("Presses")}


def test_a_stranger_is_refused_and_a_responder_proved(world: World) -> None:
    stranger, saver = press(world, acme.EVE), press(world)

    world.press(stranger)
    world.press(saver)
    world.press(saver, attempt=2)

    assert outcomes(world) == {"PressesRefused": [1], "PressesProved": [1]}
    assert world.metrics.cases() == {world.case().id}
    assert leaks(world.metrics.lines) == []


def test_a_press_is_given_up_once(world: World) -> None:
    world.chat.fails["person"] = [BUSY] * 5

    world.press_until_done(press(world))

    assert outcomes(world) == {"PressesGivenUp": [1]}
    assert world.metrics.told()["SlackSilent"] == [1] * 5


def test_what_kms_refuses_is_a_failed_press(world: World) -> None:
    world.keys.denies[Call.ENABLE] = "AccessDeniedException"

    world.press(press(world))

    assert outcomes(world) == {"PressesFailed": [1]}


def test_a_press_on_nothing_names_no_case(world: World) -> None:
    pressed = press(world)
    world.table.items.clear()

    world.press(pressed)

    assert outcomes(world) == {"PressesRefused": [1]}
    assert world.metrics.cases() == {""}
