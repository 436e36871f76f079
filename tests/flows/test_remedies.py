"""Each remedy, pressed in each state that a key can have by now."""

import pytest

from chalice_app.domain.key import SETTLES_IN, KeyState
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

DYING = (KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION)
CANCEL, BOTH, ENABLE = "rp.cancel", "rp.cancel_enable", "rp.enable"
CALLS = {
    **{(CANCEL, state): ["CancelKeyDeletion"] for state in DYING},
    **{(BOTH, state): ["CancelKeyDeletion", "EnableKey"] for state in DYING},
    (BOTH, KeyState.DISABLED): ["EnableKey"],
    (ENABLE, KeyState.DISABLED): ["EnableKey"],
}
LEFT = {CANCEL: KeyState.DISABLED, BOTH: KeyState.ENABLED, ENABLE: KeyState.ENABLED}
OTHER = (
    KeyState.PENDING_IMPORT,
    KeyState.UNAVAILABLE,
    KeyState.CREATING,
    KeyState.UPDATING,
)
DONE_ALREADY = {
    CANCEL: (KeyState.ENABLED, KeyState.DISABLED, *OTHER),
    BOTH: (KeyState.ENABLED,),
    ENABLE: (KeyState.ENABLED,),
}


def press(world: World, button: str, state: KeyState) -> str:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    world.keys.put(KEY, state)
    world.wait(SETTLES_IN)
    assert world.press(Pressed(button=button, value=value_of(case))) is None
    (answer,) = world.answers
    return answer


def called(world: World) -> list[str]:
    return [str(call.given[0]) for call in world.journal.named("keys.call")]


@pytest.mark.parametrize(("button", "state"), list(CALLS))
def test_it_asks_kms_for_what_is_needed_and_tells_the_proof(
    world: World, button: str, state: KeyState
) -> None:
    answer = press(world, button, state)

    assert called(world) == CALLS[button, state]
    assert world.state() is LEFT[button]
    assert f"KMS confirms that the key is `{LEFT[button]}`" in answer
    assert len(world.notices.sent) == 1
    assert "<@U0ADALOVE1> pressed" in world.message.lines[-1]


@pytest.mark.parametrize(
    ("button", "state"),
    [(button, state) for button, states in DONE_ALREADY.items() for state in states],
)
def test_a_key_that_is_fine_already_is_no_failure(
    world: World, button: str, state: KeyState
) -> None:
    answer = press(world, button, state)

    assert "Nothing was left to do" in answer
    assert called(world) == []
    assert world.notices.sent == []


@pytest.mark.parametrize(
    ("button", "state"),
    [
        *((BOTH, state) for state in OTHER),
        *((ENABLE, state) for state in (*DYING, *OTHER)),
    ],
)
def test_a_remedy_that_no_longer_fits_does_nothing(
    world: World, button: str, state: KeyState
) -> None:
    answer = press(world, button, state)

    assert f"KMS now says `{state}`. Nothing was done" in answer
    assert called(world) == []


@pytest.mark.parametrize("button", [CANCEL, BOTH, ENABLE])
def test_a_dead_key_is_told_as_too_late(world: World, button: str) -> None:
    assert "too late" in press(world, button, KeyState.GONE)
    assert called(world) == []


def test_the_reason_of_the_modal_is_kept_and_shown(world: World) -> None:
    press(world, CANCEL, KeyState.PENDING_DELETION)

    (act,) = world.case().saved
    assert act.reason == "It still holds payroll"
    assert "It still holds payroll" in str(world.message.versions[-1])
    assert "It still holds payroll" in world.notices.sent[0][1]


def test_the_message_says_who_and_offers_what_is_left(world: World) -> None:
    press(world, CANCEL, KeyState.PENDING_DELETION)

    shown = str(world.message.versions[-1])
    assert "<@U0ADALOVE1>" in shown
    assert "rp.enable" in shown
    assert "rp.cancel" not in shown


def test_somebody_who_looks_is_named_and_changes_nothing(world: World) -> None:
    answer = press(world, "rp.looking", KeyState.PENDING_DELETION)

    assert "you are looking at it" in answer
    assert called(world) == []
    assert "<@U0ADALOVE1> is looking at it, since" in str(world.message.versions[-1])
    (line,) = world.message.lines
    assert line.startswith("<@U0ADALOVE1> is looking at it. Reminders are held back")
