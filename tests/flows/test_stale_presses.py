"""A press acts on what the news say of a key, while KMS tells of the time before."""

from datetime import timedelta

import pytest

from chalice_app.domain.key import SETTLES_IN, KeyState
from chalice_app.domain.press import ATTEMPTS
from chalice_app.domain.remedy import Call, Remedy
from chalice_app.errors import NotProvedError
from tests.fakes.keys import Trouble
from tests.fakes.news import record
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

DYING, DISABLED = KeyState.PENDING_DELETION, KeyState.DISABLED
ENABLED = KeyState.ENABLED
STALE = Trouble.STALE


def pressed(world: World, button: str, name: str, state: KeyState) -> Pressed:
    world.keys.put(KEY, ENABLED)
    case = world.open(name, state)
    world.keys.before[KEY] = ENABLED
    return Pressed(button=button, value=value_of(case))


def called(world: World) -> list[str]:
    return [str(call.given[0]) for call in world.journal.named("keys.call")]


@pytest.mark.parametrize(
    ("button", "name", "state", "calls"),
    [
        ("rp.cancel", "ScheduleKeyDeletion", DYING, ["CancelKeyDeletion"]),
        ("rp.enable", "DisableKey", DISABLED, ["EnableKey"]),
        (
            "rp.cancel_enable",
            "ScheduleKeyDeletion",
            DYING,
            ["CancelKeyDeletion", "EnableKey"],
        ),
    ],
)
def test_a_stale_reading_keeps_nobody_from_saving_a_key(
    world: World, button: str, name: str, state: KeyState, calls: list[str]
) -> None:
    press = pressed(world, button, name, state)
    world.keys.on_read = [STALE]

    assert world.press(press) is None

    assert called(world) == calls
    assert "Done" in world.answers[0]


def test_enabled_after_a_cancel_alone_is_of_the_time_before(world: World) -> None:
    press = pressed(world, "rp.cancel", "ScheduleKeyDeletion", DYING)
    world.keys.on_read = [None, Trouble.LONG_STALE]

    assert isinstance(world.press(press), NotProvedError)
    assert not any("Done" in it for it in world.answers)
    assert world.press(press, attempt=2) is None

    assert called(world) == ["CancelKeyDeletion"]
    assert [act.remedy for act in world.case().saved] == [Remedy.CANCEL_DELETION]


def test_a_key_that_somebody_has_just_cancelled_is_found_out_by_asking(
    world: World,
) -> None:
    press = pressed(world, "rp.cancel", "ScheduleKeyDeletion", DYING)
    world.keys.put(KEY, DISABLED)

    assert world.press(press) is None

    assert "Nothing was left to do" in world.answers[0]
    assert world.case().saved == ()


def test_what_cannot_be_asked_is_not_said_to_be_done(world: World) -> None:
    press = pressed(world, "rp.enable", "ScheduleKeyDeletion", DYING)
    world.keys.on_read = [STALE] * ATTEMPTS

    assert world.press_until_done(press) == ATTEMPTS + 1

    assert called(world) == []
    assert not any("left to do" in it for it in world.answers)
    assert "nothing was done" in world.answers[-1]


def test_five_minutes_later_kms_is_believed(world: World) -> None:
    press = pressed(world, "rp.enable", "ScheduleKeyDeletion", DYING)
    world.keys.put(KEY, ENABLED)
    world.wait(SETTLES_IN)

    assert world.press(press) is None

    assert "Nothing was left to do" in world.answers[0]


def test_a_key_scheduled_again_while_a_press_is_tried_again_is_asked_about_again(
    world: World,
) -> None:
    """The answer to the first cancel says nothing of a deletion scheduled after it."""
    press = pressed(world, "rp.cancel", "ScheduleKeyDeletion", DYING)
    world.keys.on_read = [None, Trouble.THROTTLED]
    assert world.press(press)
    world.keys.put(KEY, DYING)
    world.keys.before[KEY] = DISABLED
    again = world.wait(timedelta(minutes=2))
    world.deliver(record("ScheduleKeyDeletion", at=again))
    world.keys.on_read = [STALE]

    assert world.press(press, attempt=2) is None

    assert called(world) == ["CancelKeyDeletion"] * 2
    assert world.state() is DISABLED


def test_enable_refused_to_the_last_leaves_the_proved_cancel_told(
    world: World,
) -> None:
    press = pressed(world, "rp.cancel_enable", "ScheduleKeyDeletion", DYING)
    world.keys.denies = {Call.ENABLE: "KMSInvalidStateException"}

    assert world.press_until_done(press) == ATTEMPTS

    assert [act.remedy for act in world.case().saved] == [Remedy.CANCEL_DELETION]
    assert "Deletion cancelled, but AWS refused to re-enable" in world.answers[-1]
    assert called(world).count("CancelKeyDeletion") == 1
