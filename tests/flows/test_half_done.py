"""A cancel that worked is told, although AWS refused to re-enable."""

from collections.abc import Callable

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.ledger import Kind
from chalice_app.domain.remedy import Call, Remedy
from chalice_app.errors import ChatRefusedError
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

HALF = "Deletion cancelled, but AWS refused to re-enable: `AccessDeniedException`"


def pressed(world: World) -> Pressed:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    world.keys.denies = {Call.ENABLE: "AccessDeniedException"}
    return Pressed(button="rp.cancel_enable", value=value_of(case))


def check(world: World, press: Pressed) -> None:
    entry = world.tools.ledger.entry(world.case().id, f"{press.id}.{Kind.PROVED}")
    assert entry
    assert (entry.act, entry.state) == (Remedy.CANCEL_DELETION, "Disabled")
    assert [act.remedy for act in world.case().saved] == [Remedy.CANCEL_DELETION]
    assert "Deletion cancelled" in world.message.versions[-1]["text"]
    assert "[Reprieve] Deletion cancelled:" in world.notices.sent[0][0]


def test_what_is_proved_is_told_before_what_is_refused(world: World) -> None:
    press = pressed(world)

    assert world.press(press) is None

    check(world, press)
    done, refused = world.message.lines
    assert done.startswith("<@U0ADALOVE1> pressed: deletion cancelled. KMS confirms")
    assert HALF in refused
    (answer,) = world.answers
    assert answer.startswith(HALF)
    assert "aws kms enable-key" in answer
    assert "cancel-key-deletion" not in answer
    assert len(world.notices.sent) == 1


@pytest.mark.parametrize("share", range(2))
def test_a_crash_between_the_two_is_finished(
    worlds: Callable[[], World], share: int
) -> None:
    for at in range(share, 1000, 2):
        world = worlds()
        press = pressed(world)
        world.journal.calls.clear()
        with world.journal.killing(at):
            world.press(press)
        if world.journal.seen <= at:
            assert at > 20
            return
        assert world.press(press, attempt=2) is None
        check(world, press)
        assert HALF in world.message.lines[-1]
        assert HALF in world.answers[-1]


def test_a_line_that_slack_refuses_does_not_keep_the_refusal_back(world: World) -> None:
    press = pressed(world)
    world.chat.fails["reply"] = [ChatRefusedError("chat", "is_archived")] * 10

    assert world.press(press)

    check(world, press)
    assert [HALF in it for it in world.answers] == [True]


def test_a_cancel_of_somebody_else_is_not_told_as_half_of_this_press(
    world: World,
) -> None:
    press = pressed(world)
    world.keys.put(KEY, KeyState.DISABLED)

    assert world.press(press) is None

    assert world.case().saved == ()
    assert "AWS refused the call" in world.answers[0]
    assert "eletion cancelled" not in world.answers[0]
