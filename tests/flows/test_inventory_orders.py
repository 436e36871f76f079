"""An inventory that an operator has begun, what is no order, and what the log says."""

import pytest

from chalice_app.domain.inventory import Inventory, Turn
from chalice_app.domain.key import KeyState
from chalice_app.flows.inventory import BEGIN, receive_turn
from tests.fakes.pages import read_pages
from tests.fakes.places import KEY
from tests.fakes.presses import ordered, queued
from tests.fakes.world import World

FIVE = [KEY[:-1] + sign for sign in "12345"]


@pytest.fixture
def five(world: World) -> World:
    for arn in FIVE:
        world.keys.put(arn, KeyState.ENABLED)
    return world


def state(world: World) -> Inventory:
    found = world.tools.inventories.get()
    assert found
    return found


def test_an_operator_begins_one_now_and_it_takes_the_place_of_another(
    five: World,
) -> None:
    five.sweep()
    read_pages(five, 1)

    receive_turn(queued(BEGIN, "now", five.now, five.now, 1), five.tools)

    assert five.turns.ordered == [
        Turn(inventory=1, page=2),
        Turn(inventory=2, page=1),
    ]
    assert read_pages(five) == 4
    assert (state(five).finished, state(five).tally.keys) == (2, 5)
    assert state(five).first
    assert state(five).begun_at == five.now.replace(microsecond=0)


def test_what_is_no_order_goes_to_the_dead_letters(five: World) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        receive_turn(ordered("case", 1), five.tools)


def test_the_log_tells_how_far_it_is(
    five: World, caplog: pytest.LogCaptureFixture
) -> None:
    five.keys.put(FIVE[4], KeyState.DISABLED)
    with caplog.at_level("INFO"):
        five.sweep()
        read_pages(five)

    assert "inventory 1 goes on: 2 pages, 4 keys" in caplog.text
    assert (
        "inventory 1 is finished: 3 pages, 5 keys, 0 alerts opened, "
        "1 disabled without an alert, 0 not readable" in caplog.text
    )
