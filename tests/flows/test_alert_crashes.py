"""Wherever a worker is killed, the next delivery leaves one message, whole."""

from collections.abc import Callable, Iterator
from itertools import count

from chalice_app.domain.key import KeyState
from chalice_app.domain.posting import POST_LASTS
from tests.fakes.news import record
from tests.fakes.places import KEY
from tests.fakes.world import World

Worlds = Callable[[], World]


def killed_everywhere(
    start: Callable[[], World], event: object
) -> Iterator[tuple[World, str]]:
    """Yield worlds whose worker was killed after its 1st, 2nd, … call: after which."""
    for at in count():
        world = start()
        world.journal.calls.clear()
        with world.journal.killing(at):
            world.deliver(event, message_id="the-delivery")
        if world.journal.seen <= at:
            assert at > 8  # it has been killed at every call that a delivery makes
            return
        yield world, world.journal.names()[-1]


def test_one_message_wherever_the_worker_died(worlds: Worlds) -> None:
    def start() -> World:
        world = worlds()
        world.keys.put(KEY, KeyState.DISABLED)
        return world

    event = record("DisableKey")
    for world, after in killed_everywhere(start, event):
        world.wait(POST_LASTS)
        world.deliver(event, message_id="the-delivery")

        assert len(world.chat.messages) == 1, after
        case = world.case()
        assert case.shown_version == case.version
        assert not any(post.lines for post in world.chat.messages.values())


def test_a_later_event_gets_its_line_and_a_second_only_unmarked(
    worlds: Worlds,
) -> None:
    def start() -> World:
        world = worlds()
        case = world.open("DisableKey", KeyState.DISABLED)
        world.keys.put(KEY, KeyState.PENDING_DELETION)
        ids.append(case.id)
        return world

    ids: list[str] = []
    event = record("ScheduleKeyDeletion")
    for world, after in killed_everywhere(start, event):
        world.deliver(event, message_id="the-delivery")

        assert len(world.message.lines) == 1 + (after == "chat.reply")
        case = world.tools.cases.get(ids[-1])
        assert case
        assert case.shown_version == case.version
        assert "deletion scheduled" in world.message.versions[-1]["text"]
