"""What a press says of its message and case is a claim: it hides no other alert."""

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from tests.fakes.news import record
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

OTHER = "fedcba9876"


def disabled(world: World) -> Case:
    return world.open("DisableKey", KeyState.DISABLED)


def test_a_press_that_names_another_cases_message_does_not_rewrite_it(
    world: World,
) -> None:
    case = disabled(world)
    other = world.tools.chat.post({"text": "Another key in danger"}, OTHER)

    world.press(Pressed(button="rp.enable", value=value_of(case), on=other.ts))

    assert world.chat.messages[other.ts].versions == [{"text": "Another key in danger"}]
    assert "Done" in world.answers[0]


def test_a_press_that_names_a_message_of_nobody_does_not_rewrite_it(
    world: World,
) -> None:
    case = disabled(world)

    error = world.press(Pressed(button="rp.enable", value=value_of(case), on="1.2"))

    assert error is None
    assert world.keys.read(case.subject).state is KeyState.ENABLED


def test_a_version_that_was_never_shown_is_no_alert_of_ours(world: World) -> None:
    case = disabled(world)

    world.press(Pressed(button="rp.enable", value=value_of(case, case.version + 99)))

    assert world.state() is KeyState.DISABLED
    assert "does not know this alert" in world.answers[0]


def test_a_case_that_was_never_opened_is_no_alert_of_ours(world: World) -> None:
    disabled(world)

    world.press(Pressed(button="rp.enable", value=f"{OTHER}:1"))

    assert world.state() is KeyState.DISABLED
    assert "does not know this alert" in world.answers[0]


def test_the_button_of_another_phase_does_what_still_fits_the_key_only(
    world: World,
) -> None:
    """A client may send any button of ours: the key's state decides, not the button."""
    world.keys.put(KEY, KeyState.ENABLED)
    refused = {"eventID": "one", "errorCode": "AccessDenied"}
    refused_call = record("DisableKey")
    world.deliver({**refused_call, "detail": {**refused_call["detail"], **refused}})
    case = world.case()

    for button in ("rp.enable", "rp.cancel_enable", "rp.cancel"):
        world.press(Pressed(button=button, value=value_of(case)))

    assert world.journal.named("keys.call") == []
