"""A press delivered again goes on where it was, and is credited and told once."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.press import ATTEMPTS
from chalice_app.errors import (
    ChatRefusedError,
    ChatSilentError,
    NotProvedError,
    TryAgainError,
)
from infra.sandbox.slack import acme
from tests.fakes.keys import Trouble
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

DYING = KeyState.PENDING_DELETION


def pressed(world: World) -> Pressed:
    case = world.open("ScheduleKeyDeletion", DYING)
    return Pressed(button="rp.cancel_enable", value=value_of(case))


def test_without_proof_nothing_is_claimed_until_kms_shows_it(world: World) -> None:
    press = pressed(world)
    world.keys.on_read = [None, Trouble.STALE]

    assert isinstance(world.press(press), NotProvedError)
    assert "trying again" in world.answers[0]
    assert "deletion scheduled" in world.message.versions[-1]["text"]

    assert world.press(press, attempt=2) is None
    assert len(world.case().saved) == len(world.notices.sent) == 1
    assert len(world.message.lines) == 1
    assert len(world.answers) == 2


def test_trying_again_is_said_once_and_giving_up_is_said(world: World) -> None:
    press = pressed(world)
    world.keys.on_read = [Trouble.THROTTLED] * ATTEMPTS

    assert world.press_until_done(press, ATTEMPTS) == ATTEMPTS + 1

    first, last = world.answers
    assert "trying again" in first
    assert "has stopped trying" in last
    assert "aws kms cancel-key-deletion" in last
    seconds = [seconds for _, seconds in world.retries.asked]
    assert seconds == [2, 5, 15, 60, 60]


def test_slacks_retry_after_is_kept(world: World) -> None:
    press = pressed(world)
    world.chat.fails["update"] = [ChatSilentError("ratelimited", after=33)]

    assert isinstance(world.press(press), ChatSilentError)

    assert world.retries.asked == [("receipt-1", 33)]


def test_a_finished_press_delivered_again_changes_and_tells_nothing(
    world: World,
) -> None:
    press = pressed(world)
    world.press(press)
    told = (world.answers, list(world.message.lines), list(world.notices.sent))

    world.press(press, attempt=2)

    assert (world.answers, world.message.lines, world.notices.sent) == told


@pytest.mark.parametrize("code", [None, "AccessDeniedException"])
def test_a_finished_press_never_acts_on_a_younger_trouble(
    world: World, code: str | None
) -> None:
    """SQS may deliver a message twice; by then somebody may mean the new deletion."""
    press = pressed(world)
    world.keys.on_call = [code]
    world.press(press)
    world.keys.put(KEY, DYING)

    world.press(press, attempt=2)

    assert world.state() is DYING


def test_what_could_not_be_told_is_told_by_the_next_delivery(world: World) -> None:
    press = pressed(world)
    world.notices.fails = [TryAgainError("notices")]

    assert world.press(press)
    assert world.press(press, attempt=2) is None

    assert len(world.notices.sent) == 1
    assert len(world.answers) == 1  # the presser knew: no doubt was spread
    assert len(world.journal.named("keys.call")) == 2


@pytest.mark.parametrize("method", ["update", "reply"])
def test_a_message_that_slack_refuses_to_change_leaves_nobody_waiting(
    world: World, method: str
) -> None:
    press = pressed(world)
    world.chat.fails[method] = [ChatRefusedError("chat", "is_archived")] * ATTEMPTS

    assert world.press_until_done(press, ATTEMPTS) == ATTEMPTS + 1
    (answer,) = world.answers
    assert answer.startswith("Done")


def test_an_answer_that_slack_does_not_take_is_given_again(world: World) -> None:
    press = pressed(world)
    world.chat.fails["respond"] = [ChatSilentError("response_url")] * 2

    assert world.press_until_done(press) == 2
    assert len(world.answers) == 1


def test_who_cannot_be_answered_privately_is_answered_by_name(world: World) -> None:
    case = world.open("ScheduleKeyDeletion", DYING)
    modal = Pressed(button="rp.cancel", value=value_of(case), user=acme.GONE)

    world.press(modal)

    assert world.message.lines[0].startswith(f"<@{acme.GONE}>: This Slack account")
