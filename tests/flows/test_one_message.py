"""A case has one message, whoever died on the way to it and whoever deletes it."""

from functools import partial
from typing import Any

import pytest

from chalice_app.domain.case import Case, Place, looking
from chalice_app.domain.key import KeyState
from chalice_app.domain.posting import POST_LASTS
from chalice_app.errors import ChatSilentError
from chalice_app.flows.show_case import show
from infra.sandbox.slack import acme
from tests.fakes.journal import KilledError
from tests.fakes.news import record
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of


def posted_by_a_dead_worker(world: World) -> None:
    world.keys.put(KEY, KeyState.DISABLED)
    at = [str(it) for it in deliver_once(world)].index("chat.post")
    world.chat.messages.clear()
    world.table.items.clear()
    with world.journal.killing(at):
        world.deliver(record("DisableKey", id="one"))
    assert len(world.chat.messages) == 1


def deliver_once(world: World) -> list[Any]:
    world.deliver(record("DisableKey", id="one"))
    calls, world.journal.calls = world.journal.calls, []
    return calls


def test_a_message_of_a_dead_worker_is_adopted_and_rewritten(world: World) -> None:
    posted_by_a_dead_worker(world)
    world.keys.put(KEY, KeyState.PENDING_DELETION)
    world.wait(POST_LASTS)

    world.deliver(record("ScheduleKeyDeletion"))

    assert "deletion scheduled" in world.message.versions[-1]["text"]
    assert world.case().place


def test_of_two_messages_of_dead_workers_the_second_becomes_one_line(
    world: World,
) -> None:
    posted_by_a_dead_worker(world)
    world.wait(POST_LASTS)
    world.chat.history = 0
    posted_again(world)
    world.wait(POST_LASTS)
    world.chat.history = None

    world.deliver(record("DisableKey", id="one"))

    first, second = world.chat.messages.values()
    assert "Key disabled" in first.versions[-1]["text"]
    assert "posted twice" in second.versions[-1]["text"]
    assert place_of(world, 0).ts in str(second.versions[-1])


def posted_again(world: World) -> None:
    def dies() -> None:
        world.journal.kill_at = world.journal.seen

    world.chat.before["post"] = [dies]
    with pytest.raises(KilledError):
        world.deliver(record("DisableKey", id="one"))
    world.journal.kill_at = None
    assert len(world.chat.messages) == 2


def test_a_press_on_a_second_message_counts_and_turns_it_into_one_line(
    world: World,
) -> None:
    case = world.open("DisableKey", KeyState.DISABLED)
    world.tools.chat.post(world.message.versions[-1], case.id)
    second = place_of(world, 1).ts

    world.press(Pressed(button="rp.enable", value=value_of(case), on=second))

    assert world.state() is KeyState.ENABLED
    shown = [posted.versions[-1]["text"] for posted in world.chat.messages.values()]
    assert [text.startswith("Resolved") for text in shown] == [True, False]
    assert "posted twice" in shown[1]


def test_who_is_overtaken_while_posting_folds_its_own_message(world: World) -> None:
    world.keys.put(KEY, KeyState.DISABLED)

    def other_worker() -> None:
        world.wait(POST_LASTS)
        world.deliver(record("DisableKey", id="one"))

    world.chat.before["post"] = [other_worker]
    world.deliver(record("DisableKey", id="one"))

    first, second = world.chat.messages.values()
    assert "Key disabled" in first.versions[-1]["text"]
    assert "posted twice" in second.versions[-1]["text"]


def test_a_message_that_somebody_deleted_is_posted_anew(world: World) -> None:
    case = world.open("DisableKey", KeyState.DISABLED)
    world.chat.messages.clear()

    changed(world, case)

    assert acme.ADA in str(world.message.versions[-1])
    assert world.case().place == place_of(world, 0)


def test_silence_on_the_look_into_the_history_posts_nothing(world: World) -> None:
    posted_by_a_dead_worker(world)
    world.wait(POST_LASTS)
    world.chat.fails["found"] = [ChatSilentError("silent")]

    with pytest.raises(ChatSilentError):
        world.deliver(record("DisableKey", id="one"))

    assert len(world.chat.messages) == 1


def changed(world: World, case: Case) -> None:
    world.tools.cases.change(case.id, partial(looking, user=acme.ADA))
    show(case.id, world.tools)


def place_of(world: World, which: int) -> Place:
    return Place(channel=acme.CHANNEL, ts=list(world.chat.messages)[which])
