"""A press of a drill that could not be noted is tried again, and people are told."""

import pytest

from chalice_app.domain.drill import drill_in
from chalice_app.domain.press import ATTEMPTS
from chalice_app.errors import ChatSilentError, TryAgainError
from chalice_app.flows.from_topic import receive_note
from infra.sandbox.slack import acme
from tests.fakes.drills import ID, drill_note
from tests.fakes.presses import Pressed
from tests.fakes.world import World

SAID = "answer.drill"


@pytest.fixture
def begun(world: World) -> World:
    """Give a drill whose message nobody has noted yet."""
    news = drill_in(drill_note())
    assert news
    world.tools.drills.begin(news)
    return world


def pressed(world: World) -> Pressed:
    return Pressed(button="rp.drill", value=f"{ID}:1", at=world.now)


def test_what_slack_does_not_take_is_tried_again_and_said(world: World) -> None:
    receive_note(drill_note(), world.tools)
    world.chat.fails["update"] = [ChatSilentError("chat.update")]
    press = pressed(world)

    assert isinstance(world.press(press), TryAgainError)
    assert world.press(press, attempt=2) is None

    assert world.answers == [
        world.words.say("answer.drill_again"),
        world.words.say(SAID),
    ]
    assert f"<@{acme.ADA}>" in repr(world.message.versions[-1])


def test_a_press_before_the_message_was_noted_is_tried_again(begun: World) -> None:
    press = pressed(begun)

    assert isinstance(begun.press(press), TryAgainError)
    receive_note(drill_note(), begun.tools)
    assert begun.press(press, attempt=2) is None
    assert begun.answers[0] == begun.words.say("answer.drill_again")
    assert begun.answers[1] == begun.words.say(SAID)


def test_a_press_that_is_given_up_says_what_to_do(begun: World) -> None:
    begun.press_until_done(pressed(begun), ATTEMPTS)

    assert begun.answers[-1] == begun.words.say("answer.drill_lost")
