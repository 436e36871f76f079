"""Once a day all keys are read, each page once, whatever gets lost on the way."""

from datetime import timedelta

import pytest

from chalice_app.domain.inventory import STALLS_AFTER, Inventory, Turn
from chalice_app.domain.key import KeyState
from chalice_app.errors import KmsSilentError, TryAgainError
from chalice_app.flows.inventory import receive_turn
from tests.fakes.keys import Trouble
from tests.fakes.pages import read_pages
from tests.fakes.places import KEY
from tests.fakes.presses import turn_of
from tests.fakes.world import World

HOUR = timedelta(hours=1)
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


def test_it_begins_once_a_day(five: World) -> None:
    begun = []
    for _ in range(48):
        five.sweep()
        begun.append(read_pages(five) > 0)
        five.wait(HOUR)

    assert sum(begun) == 3  # at noon, and after two midnights
    assert state(five).number == state(five).finished == 3


def test_two_sweeps_begin_it_once(five: World) -> None:
    five.sweep()
    assert not five.tools.inventories.put(state(five))
    five.sweep()

    assert five.turns.ordered == [Turn(inventory=1, page=1)]


def test_a_page_that_comes_again_reads_nothing_again(five: World) -> None:
    five.sweep()
    [order] = five.turns.ordered
    read_pages(five, 1)
    read = len(five.journal.named("keys.page"))

    receive_turn(turn_of(order), five.tools)

    assert len(five.journal.named("keys.page")) == read
    assert five.turns.ordered == [Turn(inventory=1, page=2)]


def test_of_two_workers_with_one_page_one_goes_on(five: World) -> None:
    five.sweep()
    [order] = five.turns.ordered
    five.turns.ordered.clear()

    five.keys.before_page = [lambda: receive_turn(turn_of(order), five.tools)]

    receive_turn(turn_of(order), five.tools)

    assert five.turns.ordered == [Turn(inventory=1, page=2)]
    assert state(five).tally.keys == 2


def test_an_order_that_was_lost_is_given_again(five: World) -> None:
    five.sweep()
    read_pages(five, 1)
    five.turns.ordered.clear()

    five.wait(STALLS_AFTER - timedelta(minutes=1))
    five.sweep()
    assert five.turns.ordered == []
    five.wait(timedelta(minutes=1))
    five.sweep()

    assert five.turns.ordered == [Turn(inventory=1, page=2)]
    read_pages(five)
    assert (state(five).finished, state(five).tally.keys) == (1, 5)


def test_an_order_that_cannot_be_given_fails_the_sweep_and_loses_no_day(
    five: World,
) -> None:
    five.turns.fails = [TryAgainError("queue: ReadTimeoutError")]

    assert isinstance(five.sweep(), TryAgainError)
    five.wait(STALLS_AFTER)
    five.sweep()
    read_pages(five)

    assert state(five).finished == 1


def test_an_old_marker_begins_it_anew(five: World) -> None:
    five.sweep()
    read_pages(five, 1)
    five.keys.old_markers = ["2"]

    read_pages(five)

    assert (state(five).finished, state(five).tally.keys) == (2, 5)


def test_where_kms_throttles_the_page_comes_again_and_counts_no_key_as_hidden(
    five: World,
) -> None:
    five.sweep()
    [order] = five.turns.ordered
    five.keys.on_read = [Trouble.THROTTLED]

    with pytest.raises(KmsSilentError):
        receive_turn(turn_of(order), five.tools)
    read_pages(five)

    assert (state(five).tally.hidden, state(five).tally.keys) == (0, 5)
