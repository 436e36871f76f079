"""When an inventory begins, goes on, is taken up, and ends."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.inventory import (
    STALLS_AFTER,
    Inventory,
    Turn,
    begun,
    begun_anew,
    fits,
    is_due,
    is_stalled,
    next_turn,
    taken_up,
    turned,
)
from chalice_app.domain.key_page import KeyPage, Tally
from tests.shapes import moment

NOW = moment(0)
NEW = begun(None, NOW, "eu-west-1", first=True)
DONE = turned(NEW, KeyPage(read_at=NOW, keys=(), marker=None), Tally(keys=3))
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("before", "now", "due"),
    [
        (None, NOW, True),
        (NEW, NOW + DAY, False),
        (DONE, NOW + timedelta(hours=13), False),
        (DONE, NOW + timedelta(hours=14), True),  # it began at ten
        (DONE, NOW - DAY, False),
    ],
)
def test_each_day_has_one(
    before: Inventory | None, now: datetime, *, due: bool
) -> None:
    assert is_due(before, now) is due


def test_it_is_stalled_after_the_queue_has_given_up() -> None:
    assert not is_stalled(NEW, NOW + STALLS_AFTER - timedelta(seconds=1))
    assert is_stalled(NEW, NOW + STALLS_AFTER)
    assert not is_stalled(taken_up(NEW, NOW + STALLS_AFTER), NOW + STALLS_AFTER)
    assert not is_stalled(DONE, NOW + 9 * DAY)
    assert not is_stalled(None, NOW)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=9))
def test_pages_are_turned_in_their_order_and_counted_once(sizes: list[int]) -> None:
    inventory = NEW
    for number, size in enumerate(sizes, start=1):
        turn = next_turn(inventory)
        assert turn == Turn(inventory=1, page=number)
        assert fits(turn, inventory)
        marker = None if number == len(sizes) else "m"
        page = KeyPage(read_at=NOW, keys=(), marker=marker)
        inventory = turned(inventory, page, Tally(keys=size))
        assert not fits(turn, inventory)

    assert inventory.tally.keys == sum(sizes)
    assert not inventory.goes_on
    assert not fits(next_turn(inventory), inventory)


def test_a_page_of_another_inventory_does_not_fit() -> None:
    assert not fits(Turn(inventory=2, page=1), NEW)
    assert not fits(Turn(inventory=1, page=2), NEW)


def test_the_next_one_counts_anew_and_keeps_what_is_untold() -> None:
    first = turned(NEW, KeyPage(read_at=NOW, keys=(), marker=None), Tally(disabled=1))
    told = replace(first, hidden_told=4)

    after = begun(told, NOW + DAY, "eu-west-1", first=False)

    assert (after.number, after.page, after.tally) == (2, 0, Tally())
    assert (after.finished, after.hidden_told) == (1, 4)
    assert after.untold == first.untold
    assert after.untold
    assert after.goes_on


def test_only_the_first_has_something_to_tell_of_disabled_keys() -> None:
    page = KeyPage(read_at=NOW, keys=(), marker=None)
    later = begun(DONE, NOW + DAY, "eu-west-1", first=False)

    assert DONE.untold is None  # none was disabled
    assert turned(later, page, Tally(disabled=5)).untold is None


def test_an_old_marker_makes_it_another_inventory_of_the_same_day() -> None:
    page = KeyPage(read_at=NOW, keys=(), marker="m")
    half = turned(NEW, page, Tally(keys=2))

    again = begun_anew(half)

    assert (again.number, again.first, again.page, again.marker) == (2, True, 0, None)
    assert again.begun_at == NEW.begun_at
    assert not fits(next_turn(half), again)
