"""The pages of a review turn, and what is left out on each is remembered."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.review import PER_PAGE
from chalice_app.errors import ChatSilentError
from tests.fakes.reviewed import blocks, listed, ticked, turns
from tests.fakes.reviews import asking, run, storm, submitting, turning
from tests.fakes.world import World

COUNT = PER_PAGE * 2 + 5


def test_the_first_page_has_no_page_before_and_the_last_none_after(
    world: World,
) -> None:
    storm(world, COUNT)
    world.press(asking(world))
    assert turns(world) == ["Next page"]
    world.press(turning(world, 2))
    assert turns(world) == ["Previous page", "Next page"]
    world.press(turning(world, 3))
    assert turns(world) == ["Previous page"]


def test_a_short_list_has_one_page(world: World) -> None:
    storm(world)
    world.press(asking(world))

    assert turns(world) == []
    assert len(listed(world)) == 12


def test_what_is_unticked_stays_so_on_every_page(world: World) -> None:
    storm(world, COUNT)
    world.press(asking(world))
    out = listed(world)[:3]
    world.press(turning(world, 2, without=out))
    more = listed(world)[:2]
    world.press(turning(world, 1, without=more))

    assert set(listed(world)) - ticked(world) == set(out)
    assert f"{COUNT - 5}, if you leave this page" in str(blocks(world))
    assert world.press(submitting(world, COUNT - 5, without=out)) is None
    run(world)
    saved = [
        it
        for it in [*out, *more]
        if (case := world.tools.cases.get(it)) is None or case.saved
    ]
    assert saved == []
    states = list(world.keys.states.values())
    assert states.count(KeyState.ENABLED) == COUNT - 5


def test_what_is_ticked_again_is_restored(world: World) -> None:
    storm(world, COUNT)
    world.press(asking(world))
    out = listed(world)[:3]
    world.press(turning(world, 1, without=out))

    assert world.press(submitting(world, COUNT, again=out)) is None
    assert len(world.looks.restores) == 1


def test_more_than_can_be_remembered_stays_on_the_page(world: World) -> None:
    storm(world, PER_PAGE * 11)
    world.press(asking(world))
    for page in range(2, 12):
        world.press(turning(world, page, without=listed(world)))
    assert "Page 11 of 11" in str(blocks(world))

    world.press(turning(world, 10, without=listed(world)))

    assert "Too many: *220 keys are left out" in str(blocks(world))
    assert "page 11 of 11" in str(blocks(world))


def test_an_older_page_does_not_come_back(world: World) -> None:
    storm(world, COUNT)
    world.press(asking(world))
    late = turning(world, 3)
    world.press(turning(world, 2))

    assert world.press(late) is None
    assert "Page 2 of 3" in str(blocks(world))


@pytest.mark.parametrize("attempt", [1, 5])
def test_a_page_that_does_not_turn_says_so_at_last(world: World, attempt: int) -> None:
    storm(world, COUNT)
    world.press(asking(world))
    press = turning(world, 2)
    world.dialogs.fails = [ChatSilentError("views.update")]
    world.press(press, attempt)

    given_up = "could not read the keys" in str(blocks(world))
    assert given_up is (attempt == 5)
