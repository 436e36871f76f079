"""The sweep is the truth: it shows, closes and opens what nothing else has."""

from datetime import timedelta
from functools import partial

import pytest

from chalice_app.domain.case import looking
from chalice_app.domain.key import SETTLES_IN, KeyState
from chalice_app.errors import ChatRefusedError, ChatSilentError, TryAgainError
from infra.sandbox.slack import acme
from tests.fakes.keys import Trouble
from tests.fakes.news import record
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

HOUR = timedelta(hours=1)
DISABLED, ENABLED = KeyState.DISABLED, KeyState.ENABLED


def due(world: World) -> list[str]:
    return [case.id for case in world.tools.sweeping.due()]


def test_it_shows_what_could_not_be_shown(world: World) -> None:
    world.keys.put(KEY, DISABLED)
    world.chat.joined = False
    with pytest.raises(ChatRefusedError):
        world.deliver(record("DisableKey"))
    world.chat.joined = True
    world.wait(HOUR)

    assert world.sweep() is None

    assert "Key disabled" in world.message.versions[-1]["text"]


def test_it_repaints_what_slack_may_have_in_the_wrong_order(world: World) -> None:
    place = world.open("DisableKey", DISABLED).place
    assert place
    world.tools.chat.update(place, {"text": "an older rewrite, come too late"})

    assert world.sweep() is None

    assert "Key disabled" in world.message.versions[-1]["text"]


def test_it_closes_what_nobody_told_was_over(world: World) -> None:
    case = world.open("DisableKey", DISABLED)
    world.keys.put(KEY, ENABLED)
    world.wait(HOUR)

    assert world.sweep() is None

    assert world.message.versions[-1]["text"].startswith("Resolved")
    assert due(world) == []
    assert len(world.chat.messages) == 1
    world.keys.put(KEY, DISABLED)
    world.deliver(record("DisableKey", at=world.wait(HOUR)))
    assert world.case().previous == case.id


def test_a_stale_reading_closes_nothing(world: World) -> None:
    world.open("DisableKey", DISABLED)
    world.keys.before[KEY] = ENABLED
    world.keys.on_read = [Trouble.STALE] * 2
    world.wait(SETTLES_IN - timedelta(seconds=9))

    assert world.sweep() is None

    assert "Key disabled" in world.message.versions[-1]["text"]
    assert len(due(world)) == 1


def test_what_is_saved_is_closed_when_it_has_settled(world: World) -> None:
    case = world.open("DisableKey", DISABLED)
    world.press(Pressed(button="rp.enable", value=value_of(case)))

    world.sweep()
    assert due(world) == [case.id]
    world.wait(HOUR)
    world.sweep()
    assert due(world) == []


def test_one_case_that_fails_stops_no_other_and_is_not_hidden(world: World) -> None:
    world.open("DisableKey", DISABLED)
    other = KEY.replace("3f6c", "4f6c")
    world.keys.put(other, DISABLED)
    world.deliver(record("DisableKey", key=other))
    world.chat.fails["update"] = [ChatSilentError("ratelimited", after=30)]

    assert isinstance(world.sweep(), TryAgainError)

    assert [seconds for _, _, seconds in world.looks.ordered] == [30]
    assert len(world.journal.named("chat.update")) == 1


def test_the_second_message_of_a_case_becomes_one_line(world: World) -> None:
    case = world.open("DisableKey", DISABLED)
    world.tools.chat.post(world.message.versions[-1], case.id)

    assert world.sweep() is None

    first, second = world.chat.messages.values()
    assert "Key disabled" in first.versions[-1]["text"]
    assert "posted twice" in second.versions[-1]["text"]


def test_a_deleted_message_is_posted_anew_only_while_its_case_is_open(
    world: World,
) -> None:
    world.open("DisableKey", DISABLED)
    world.chat.messages.clear()
    world.sweep()
    assert len(world.chat.messages) == 1

    world.keys.put(KEY, ENABLED)
    world.wait(HOUR)
    world.sweep()
    changed = partial(looking, user=acme.ADA)
    assert due(world) == []
    world.tools.cases.change(world.case().id, changed)
    world.sweep()
    world.chat.messages.clear()
    world.sweep()
    assert world.chat.messages == {}
