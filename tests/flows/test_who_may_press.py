"""A press of somebody who may not, or on what is no alert: an answer, and no KMS."""

from datetime import timedelta
from typing import Any

import pytest

from chalice_app.domain.key import KeyState
from infra.sandbox.slack import acme
from tests.fakes.places import FOREIGN_KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

ONLY = "Only people of the workspace"
GROUP = {"responders": (), "responder_group": acme.RESPONDERS}


def answer(world: World, **press: Any) -> str:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    given = {"button": "rp.cancel_enable", "value": value_of(case), **press}
    assert world.press(Pressed(**given)) is None
    assert world.journal.named("keys.call") == []
    assert world.state() is KeyState.PENDING_DELETION
    (said,) = (*world.answers, *world.message.lines)
    return said


@pytest.mark.parametrize(
    ("user", "team", "said"),
    [
        (acme.GUEST, acme.HOME, "Guests cannot"),
        (acme.SINGLE_GUEST, acme.HOME, "Guests cannot"),
        (acme.ROBOT, acme.HOME, "Apps cannot"),
        (acme.STRANGER, acme.OTHER, ONLY),
        (acme.STRANGER, acme.HOME, ONLY),
        (acme.ADA, acme.OTHER, ONLY),
        (acme.ADA, None, ONLY),
        ("U0NOBODY00", acme.HOME, ONLY),
        (acme.GONE, acme.HOME, "deactivated"),
        (acme.EVE, acme.HOME, "You are not one of the responders"),
    ],
)
def test_they_are_told_why(world: World, user: str, team: str, said: str) -> None:
    assert said in answer(world, user=user, team=team)


def test_a_person_who_is_not_listed_learns_whom_to_ask(world: World) -> None:
    assert "<@U0ADALOVE1>, <@U0BOLINDQ2>" in answer(world, user=acme.EVE)


def test_nobody_configured_lets_nobody_in(world: World) -> None:
    world.configure(responders=())

    assert "Nobody is configured" in answer(world)


def test_a_group_that_cannot_be_read_lets_nobody_in(world: World) -> None:
    world.configure(**GROUP)

    assert "could not read the user group" in answer(world)


def test_a_group_with_nobody_in_it_is_told_as_that(world: World) -> None:
    world.configure(**GROUP)
    world.chat.groups[acme.RESPONDERS] = frozenset()

    said = answer(world)
    assert "Nobody is in the user group of responders" in said
    assert f"<!subteam^{acme.RESPONDERS}>" in said
    assert "config.json" not in said


def test_a_person_outside_the_group_learns_which_one_it_is(world: World) -> None:
    world.configure(**GROUP)
    world.chat.groups[acme.RESPONDERS] = frozenset({acme.BO})

    assert f"<!subteam^{acme.RESPONDERS}>" in answer(world)


def test_a_person_in_the_group_may_press(world: World) -> None:
    world.configure(**GROUP)
    world.chat.groups[acme.RESPONDERS] = frozenset({acme.ADA})
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)

    world.press(Pressed(button="rp.cancel", value=value_of(case)))

    assert world.state() is KeyState.DISABLED


def test_the_tenth_minute_is_the_last(world: World) -> None:
    assert "more than 10 minutes late" in answer(
        world, received=timedelta(minutes=10, seconds=1)
    )


def test_within_ten_minutes_a_press_is_carried_out(world: World) -> None:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)

    world.press(
        Pressed(
            button="rp.cancel", value=value_of(case), received=timedelta(minutes=10)
        )
    )

    assert world.state() is KeyState.DISABLED


def test_an_unknown_case_is_answered(world: World) -> None:
    assert "does not know this alert" in answer(world, value="0123456789:1")


def test_a_forged_channel_is_answered(world: World) -> None:
    assert "does not know this alert" in answer(world, channel="C0ELSEWHER")


@pytest.mark.parametrize("button", ["rp.cancel", "rp.cancel_enable"])
def test_a_version_that_was_never_drawn_is_answered(world: World, button: str) -> None:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)

    world.press(Pressed(button=button, value=value_of(case, case.version + 1)))

    assert "does not know this alert" in world.answers[0]
    assert world.journal.named("keys.call") == []


def test_an_older_version_still_counts_if_the_remedy_fits(world: World) -> None:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)

    world.press(Pressed(button="rp.cancel", value=value_of(case, 1)))

    assert world.state() is KeyState.DISABLED


def test_a_key_of_another_account_is_never_touched(world: World) -> None:
    case = world.open("DisableKey", KeyState.DISABLED, key=FOREIGN_KEY)
    world.keys.put(FOREIGN_KEY, KeyState.DISABLED)

    world.press(Pressed(button="rp.enable", value=value_of(case)))

    assert "does not know this alert" in world.answers[0]
    assert world.journal.named("keys.call") == []
