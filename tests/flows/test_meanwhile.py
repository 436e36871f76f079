"""While a press is not finished, its presser learns what is known and no more."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.press import ATTEMPTS
from chalice_app.errors import ChatRefusedError, ChatSilentError
from tests.fakes.keys import Trouble
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

ARCHIVED = ChatRefusedError("chat", "is_archived")


def pressed(world: World, button: str = "rp.cancel_enable") -> Pressed:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    return Pressed(button=button, value=value_of(case))


def test_before_a_call_nothing_is_in_doubt(world: World) -> None:
    press = pressed(world)
    world.keys.on_read = [Trouble.THROTTLED] * ATTEMPTS

    world.press_until_done(press, ATTEMPTS)

    for said in world.answers:
        assert "nothing was done" in said
        assert "know" not in said
        assert "To act at once: `aws kms cancel-key-deletion" in said


def test_after_a_call_both_answers_doubt(world: World) -> None:
    press = pressed(world)
    world.keys.on_call = [Trouble.SILENT] * ATTEMPTS

    world.press_until_done(press, ATTEMPTS)

    first, last = world.answers
    assert "does not know yet if it worked" in first
    assert "could not finish" in last
    assert "does not know if it worked" in last


@pytest.mark.parametrize("method", ["update", "reply", "link"])
@pytest.mark.parametrize("error", [ARCHIVED, ChatSilentError("chat")])
@pytest.mark.parametrize("code", [None, "AccessDeniedException"])
def test_the_outcome_does_not_wait_for_the_channel(
    world: World, method: str, error: Exception, code: str | None
) -> None:
    press = pressed(world)
    world.keys.on_call = [code]
    world.chat.fails[method] = [error] * 20

    world.press_until_done(press, ATTEMPTS)

    (answer,) = world.answers
    assert answer.startswith("AWS refused" if code else "Done")
    assert len(world.notices.sent) == (code is None)


def test_an_answer_that_failed_is_made_good_at_once(world: World) -> None:
    press = pressed(world)
    world.chat.fails["respond"] = [ChatSilentError("response_url")]

    assert world.press(press)

    (answer,) = world.answers
    assert answer.startswith("Done")


def test_a_look_is_answered_without_a_command(world: World) -> None:
    press = pressed(world, "rp.looking")
    world.chat.fails["update"] = [ARCHIVED] * ATTEMPTS

    world.press_until_done(press, ATTEMPTS)

    first, last = world.answers
    assert "may not say yet that you are looking" in first
    assert "Say so in the thread" in last
    assert "`" not in first + last
