"""What people say is noted, shown with who and until when, and told once."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.quiet import Saying
from chalice_app.errors import ChatSilentError
from infra.sandbox.slack import acme
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of
from tests.flows.dying import DAY, DIES, HOUR, dying, swept_at, titles

TWO = "Less than 2 days left"


def pressed(world: World, button: str, **more: str) -> Pressed:
    act = more.pop("act", "")
    value = value_of(world.case(0)) + (f":{act}" if act else "")
    return Pressed(button=button, value=value, at=world.now, **more)


@pytest.mark.parametrize(
    ("button", "act", "line"),
    [
        ("rp.intended", "", "says that the deletion is intended."),
        ("rp.snooze", Saying.SNOOZE_3D, "wants to be reminded later."),
        ("rp.snooze", Saying.SNOOZE_TO_1D, "wants to be reminded later."),
        ("rp.looking", "", "is looking at it."),
    ],
)
def test_it_is_shown_told_and_answered_with_until_when(
    world: World, button: str, act: str, line: str
) -> None:
    dying(world)
    assert world.press(pressed(world, button, act=act)) is None

    (told,) = world.message.lines
    assert told.startswith(f"<@{acme.ADA}> {line} Reminders are held back until")
    assert "held back until" in str(world.message.versions[-1])
    assert "held back until" in world.answers[-1]
    assert world.journal.named("keys.call") == []


def test_what_is_held_back_is_passed_over_and_not_sent_later(world: World) -> None:
    dying(world)
    swept_at(world, DIES - 3 * DAY)
    world.press(pressed(world, "rp.snooze", act=Saying.SNOOZE_1D))
    swept_at(world, DIES - 2 * DAY - HOUR)
    swept_at(world, DIES - 2 * DAY + HOUR)
    assert TWO in titles(world)

    world.press(pressed(world, "rp.snooze", act=Saying.SNOOZE_3D))
    for before in (25, 23, 5):
        swept_at(world, DIES - before * HOUR)
    assert len(world.chat.reminders) == 2
    swept_at(world, DIES - 4 * HOUR)
    assert titles(world)[-1] == "Less than 4 hours left"


def test_a_press_delivered_again_notes_and_tells_nothing_twice(world: World) -> None:
    dying(world)
    press = pressed(world, "rp.intended")
    world.chat.fails["reply"] = [ChatSilentError("x")]
    assert world.press(press)
    world.keys.put(KEY, KeyState.ENABLED)
    assert world.press(press, attempt=2) is None
    assert world.press(press, attempt=3) is None

    assert len(world.message.lines) == 1
    assert len([it for it in world.answers if "intended" in it]) == 1


def test_what_no_longer_fits_is_answered_and_not_noted(world: World) -> None:
    dying(world)
    press = pressed(world, "rp.intended")
    world.keys.put(KEY, KeyState.ENABLED)
    swept_at(world, DIES - DAY)

    assert world.press(press) is None

    assert "so this was not noted" in world.answers[-1]
    assert world.case(0).quiet is None
    assert world.message.lines == []


def test_what_cannot_be_finished_is_said_as_such(world: World) -> None:
    dying(world)
    press = pressed(world, "rp.snooze", act=Saying.SNOOZE_1D)
    world.chat.fails["update"] = [ChatSilentError("x")] * 5

    assert world.press_until_done(press) == 6

    assert "may not say yet what you pressed" in world.answers[0]
    assert "may not say what you pressed" in world.answers[-1]


def test_a_refused_attempt_may_be_called_expected(world: World) -> None:
    world.open("DisableKey", KeyState.ENABLED, errorCode="AccessDenied")

    assert world.press(pressed(world, "rp.expected")) is None

    assert world.message.lines == [f"<@{acme.ADA}> says that this was expected."]
    assert "said that this was expected" in str(world.message.versions[-1])
