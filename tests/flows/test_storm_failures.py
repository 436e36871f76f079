"""Whatever happens to the one who draws a storm, every key ends in its pages."""

from datetime import timedelta
from functools import partial

import pytest

from chalice_app.errors import BeingShownError, ChatRefusedError, ChatSilentError
from tests.fakes.storms import digest_of, draw_all, hand_over, harm, keys
from tests.fakes.world import World

CALLS = 14  # more than an order to draw makes
VISIBLE_AGAIN = timedelta(seconds=180)


def settled(world: World) -> bool:
    """Tell if Slack has one message of the storm, and each key as it is."""
    digest = digest_of(world)
    tops = [it for it in world.chat.messages.values() if it.case_id == digest.id]
    members = world.tools.digests.members(digest.id)
    cases = [world.tools.cases.get(it.case_id) for it in members]
    shown = "".join(str(it.versions[-1]) for it in world.chat.pages.values())
    return len(tops) == 1 and all(
        it and it.shown_version == it.version and it.label in shown for it in cases
    )


@pytest.mark.parametrize("order", [0, 1], ids=["the top message", "a page"])
@pytest.mark.parametrize("at", range(CALLS))
def test_every_key_is_told_wherever_the_consumer_died(
    world: World, at: int, order: int
) -> None:
    harm(world, keys(6))
    for _ in range(order):
        drawing = world.looks.drawings.pop(0)
        world.wait(timedelta(seconds=drawing[2]))
        hand_over(world, drawing)
    drawing = world.looks.drawings.pop(0)
    world.wait(timedelta(seconds=drawing[2]))

    with world.journal.killing(at):
        hand_over(world, drawing)
    world.wait(VISIBLE_AGAIN)
    hand_over(world, drawing)
    list(draw_all(world))

    assert settled(world)


def test_two_workers_with_one_order_do_not_both_speak(world: World) -> None:
    harm(world, keys(6))
    met: list[object] = []
    for call in ("post", "post_page"):
        drawing = world.looks.drawings.pop(0)
        world.wait(timedelta(seconds=drawing[2]))
        second = partial(hand_over, world, drawing)
        world.chat.before[call] = [lambda do=second: met.append(do())]
        hand_over(world, drawing)

    assert [type(it) for it in met] == [BeingShownError] * 2
    assert (len(world.chat.messages), len(world.chat.pages)) == (4, 1)


def test_a_mark_whose_order_was_never_sent_is_made_anew(world: World) -> None:
    harm(world, keys(4))
    world.looks.drawings.clear()
    world.wait(timedelta(seconds=71))

    harm(world, keys(5)[4:])
    list(draw_all(world))

    assert settled(world)


def test_the_sweep_has_a_storm_drawn_that_nobody_draws(world: World) -> None:
    harm(world, keys(6))
    world.looks.drawings.clear()
    world.wait(timedelta(hours=1))

    assert world.sweep() is None
    list(draw_all(world))

    assert settled(world)


def test_slacks_retry_after_is_kept_for_a_storm(world: World) -> None:
    harm(world, keys(6))
    drawing = world.looks.drawings.pop(0)
    world.wait(timedelta(seconds=10))
    world.chat.fails["post"] = [ChatSilentError("ratelimited", after=30)]

    assert isinstance(hand_over(world, drawing), ChatSilentError)
    assert world.retries.asked[-1][1] == 30
    world.wait(timedelta(seconds=30))
    assert hand_over(world, drawing) is None
    list(draw_all(world))

    assert settled(world)


def test_a_storm_that_slack_refuses_to_take_goes_to_the_dead_letters(
    world: World,
) -> None:
    harm(world, keys(6))
    drawing = world.looks.drawings.pop(0)
    world.wait(timedelta(seconds=10))
    world.chat.joined = False

    assert isinstance(hand_over(world, drawing, attempt=5), ChatRefusedError)


@pytest.mark.parametrize("what", ["message", "page"])
def test_what_somebody_deleted_of_a_storm_is_posted_anew(
    world: World, what: str
) -> None:
    harm(world, keys(6))
    list(draw_all(world))
    place = (
        digest_of(world).pages[0].place if what == "page" else digest_of(world).place
    )
    assert place
    (world.chat.pages if what == "page" else world.chat.messages).pop(place.ts)

    harm(world, keys(7)[6:])
    list(draw_all(world))

    assert settled(world)


def test_the_second_message_of_a_storm_becomes_one_line(world: World) -> None:
    harm(world, keys(6))
    list(draw_all(world))
    digest = digest_of(world)
    extra = world.chat.post({"text": "x", "blocks": []}, digest.id)

    assert world.sweep() is None

    assert "posted twice" in world.chat.messages[extra.ts].versions[-1]["text"]
