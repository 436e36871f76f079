"""The button of a drill ends before KMS, whoever presses it and whatever it names."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.errors import ChatRefusedError
from chalice_app.flows.from_topic import receive_note
from infra.sandbox.slack import acme
from tests.fakes.drills import ID, drill_note
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

SAID = "answer.drill"


@pytest.fixture
def drilled(world: World) -> World:
    receive_note(drill_note(), world.tools)
    return world


def pressed(world: World, **changes: Any) -> Pressed:
    button = Pressed(button="rp.drill", value=f"{ID}:1", at=world.now)
    return replace(button, **changes)


def asked_kms(world: World) -> list[str]:
    return [it for it in world.journal.names() if it.startswith("keys.")]


def test_a_responders_press_is_noted_shown_and_answered(drilled: World) -> None:
    drilled.wait(timedelta(minutes=1))

    assert drilled.press(pressed(drilled)) is None

    drill = drilled.tools.drills.get(ID)
    assert drill
    assert drill.press
    assert (drill.press.user, drill.press.pressed_at) == (acme.ADA, drilled.now)
    assert f"<@{acme.ADA}> pressed" in repr(drilled.message.versions[-1])
    assert drilled.answers == [drilled.words.say(SAID)]
    assert asked_kms(drilled) == []
    assert drilled.notices.sent == []


def test_each_who_may_press_is_answered_and_the_first_is_shown(drilled: World) -> None:
    drilled.press(pressed(drilled))
    drilled.press(pressed(drilled, user=acme.BO))

    assert drilled.answers == [drilled.words.say(SAID)] * 2
    assert acme.BO not in repr(drilled.message.versions[-1])


@pytest.mark.parametrize("user", [acme.EVE, acme.GUEST, acme.STRANGER, acme.ROBOT])
def test_who_may_not_save_a_key_may_not_press_in_a_drill(
    drilled: World, user: str
) -> None:
    drilled.press(pressed(drilled, user=user))

    assert len(drilled.message.versions) == 1
    [said] = drilled.answers
    assert "Nothing was changed" in said or "did nothing" in said


def test_a_press_of_long_ago_is_not_taken(drilled: World) -> None:
    drilled.press(pressed(drilled, received=timedelta(minutes=11)))

    assert len(drilled.message.versions) == 1
    assert drilled.answers == [drilled.words.say("answer.too_old")]


def test_a_drill_that_is_over_is_said_to_be(world: World) -> None:
    world.press(pressed(world))

    assert world.answers == [world.words.say("answer.unknown_drill")]


def test_a_press_in_another_channel_is_not_taken(drilled: World) -> None:
    drilled.press(pressed(drilled, channel="C0ELSEWHER"))

    assert len(drilled.message.versions) == 1
    assert drilled.answers == [drilled.words.say("answer.unknown_drill")]


@pytest.mark.parametrize("button", ["rp.cancel", "rp.cancel_enable", "rp.enable"])
def test_no_button_of_an_alert_does_anything_to_a_drill(
    drilled: World, button: str
) -> None:
    drilled.press(pressed(drilled, button=button))

    assert drilled.answers == [drilled.words.say("answer.unknown_alert")]
    assert asked_kms(drilled) == []


def test_the_button_of_a_drill_does_nothing_to_a_case(world: World) -> None:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    before = len(asked_kms(world))
    world.press(pressed(world, value=value_of(case)))

    assert world.answers == [world.words.say("answer.unknown_drill")]
    assert world.state() is KeyState.PENDING_DELETION
    assert len(asked_kms(world)) == before


def test_a_message_that_somebody_deleted_keeps_nobody_from_an_answer(
    drilled: World,
) -> None:
    drilled.chat.fails["update"] = [
        ChatRefusedError("chat.update", "message_not_found")
    ]

    assert drilled.press(pressed(drilled)) is None
    assert drilled.answers == [drilled.words.say(SAID)]
