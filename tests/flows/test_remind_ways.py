"""A reminder comes once on each way, whatever dies or falls silent meanwhile."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from chalice_app.errors import ChatRefusedError, ChatSilentError, TryAgainError
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of
from tests.flows.dying import (
    DAY,
    DIES,
    DISABLED,
    HOUR,
    OVER,
    dying,
    subjects,
    swept_at,
    titles,
)


def killed(worlds: Callable[[], World], before: timedelta) -> Iterator[World]:
    """Kill the sweep that reminds at each of its calls, one in each world."""
    calls = 0
    while True:
        world = dying(worlds())
        world.now = DIES - before
        with world.journal.killing(calls):
            world.sweep()
            return
        calls += 1
        yield world


@pytest.mark.parametrize("before", [7 * DAY, DAY])
def test_a_worker_that_dies_anywhere_leaves_one_message(
    worlds: Callable[[], World], before: timedelta
) -> None:
    doubled = 0
    for world in killed(worlds, before):
        swept_at(world, DIES - before + HOUR)
        assert len(world.chat.reminders) == 1
        assert len(world.notices.sent) in {1, 2}
        doubled += len(world.notices.sent) == 2
    assert doubled == 1  # after the e-mail and before its note


def test_whoever_saves_the_key_withdraws_what_a_dead_worker_has_posted(
    worlds: Callable[[], World],
) -> None:
    seen = set[str]()
    for world in killed(worlds, DAY):
        world.wait(timedelta(minutes=2))
        value = value_of(world.case(0))
        world.press(Pressed(button="rp.cancel", value=value, at=world.now))
        assert world.state() is DISABLED
        seen.update(titles(world))
    assert seen == {OVER}


@pytest.mark.parametrize("way", ["remind", "notices"])
def test_what_one_way_refuses_comes_by_the_other_at_once_and_later(
    world: World, way: str
) -> None:
    dying(world)
    world.chat.fails["remind"] = [ChatRefusedError("chat.postMessage", "not_allowed")]
    if way == "notices":
        world.chat.fails["remind"] = []
        world.notices.fails = [TryAgainError("notices")]

    swept_at(world, DIES - DAY, ends=False)
    assert len(world.chat.reminders) + len(world.notices.sent) == 1
    swept_at(world, DIES - DAY + HOUR)
    assert (len(world.chat.reminders), len(world.notices.sent)) == (1, 1)


def test_a_link_that_slack_does_not_give_makes_no_second_message(world: World) -> None:
    dying(world)
    world.chat.fails["link"] = [None, ChatSilentError("x")]
    swept_at(world, DIES - DAY, ends=False)
    swept_at(world, DIES - DAY + HOUR)

    assert len(world.chat.reminders) == 1


def test_a_message_that_somebody_has_deleted_is_not_missed(world: World) -> None:
    dying(world)
    swept_at(world, DIES - DAY)
    world.chat.reminders.clear()
    world.keys.put(KEY, DISABLED)

    swept_at(world, DIES - DAY + HOUR)

    assert world.case(0).reminder is None


def test_a_press_on_it_counts_as_one_on_the_alert_and_folds_nothing(
    world: World,
) -> None:
    dying(world)
    swept_at(world, DIES - DAY)
    ((ts, reminder),) = world.chat.reminders.items()
    row = next(it for it in reminder.versions[-1]["blocks"] if it["type"] == "actions")
    assert {it["action_id"] for it in row["elements"]} >= {"rp.cancel", "rp.looking"}

    value = row["elements"][0]["value"]
    looks = Pressed(button="rp.looking", value=value, on=ts, at=world.now)
    assert world.press(looks) is None

    assert "posted twice" not in str(reminder.versions)
    assert "is looking at it, since" in str(reminder.versions[-1])
    assert "is looking at it, since" in str(world.message.versions[-1])


def test_the_mail_does_not_wait_for_an_alert_that_slack_refuses(world: World) -> None:
    dying(world)
    world.chat.joined = False

    swept_at(world, DIES - 4 * HOUR, ends=False)
    swept_at(world, DIES - 3 * HOUR, ends=False)

    assert titles(world) == []
    assert [it for it in subjects(world) if "Less than 4 hours left" in it] != []
    assert len(world.notices.sent) == 1
