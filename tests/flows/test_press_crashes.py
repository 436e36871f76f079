"""Wherever a worker is killed, the next delivery finishes the press, once."""

from collections.abc import Callable, Sized

import pytest

from chalice_app.domain.key import KeyState
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of


def killed(world: World, at: int) -> tuple[Pressed, str | None]:
    """Kill a press after one call; tell after which, or None if it got through."""
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    press = Pressed(button="rp.cancel_enable", value=value_of(case))
    world.journal.calls.clear()
    with world.journal.killing(at):
        world.press(press)
    through = world.journal.seen <= at
    return press, None if through else world.journal.names()[-1]


def check(world: World, after: str) -> None:
    case = world.case()
    assert world.state() is KeyState.ENABLED
    assert case.shown_version == case.version
    assert len(case.saved) == 1
    calls = [str(call.given[0]) for call in world.journal.named("keys.call")]
    assert calls == ["CancelKeyDeletion", "EnableKey"]
    told: dict[str, Sized] = {
        "chat.reply": world.message.lines,
        "chat.respond": world.answers,
        "notices.send": world.notices.sent,
    }
    for step, done in told.items():
        assert len(done) == 1 + (after == step), (after, step)


# Shares of the calls, so that several workers can take them.
@pytest.mark.parametrize("share", range(4))
def test_it_is_finished_and_told_once(worlds: Callable[[], World], share: int) -> None:
    for at in range(share, 1000, 4):
        world = worlds()
        press, after = killed(world, at)
        if after is None:
            assert at > 20  # it has been killed at every call that a press makes
            return
        assert world.press(press, attempt=2) is None
        check(world, after)
