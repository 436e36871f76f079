"""Each error of KMS becomes a sentence with the next step, and nothing is claimed."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.remedy import Remedy
from chalice_app.errors import KmsSilentError, NotProvedError
from chalice_app.views.words import words_in
from infra.sandbox.aws.shapes import REGION
from tests.fakes.keys import Trouble
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

CODES = (
    "AccessDeniedException",
    "LimitExceededException",
    "InvalidArnException",
    "UnsupportedOperationException",
    "DisabledException",
    "NotFoundException",
    "SomethingNewException",
)
WORDS = words_in("en")


def pressed(world: World, button: str = "rp.cancel_enable") -> Pressed:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    return Pressed(button=button, value=value_of(case))


@pytest.mark.parametrize("code", CODES)
def test_a_refusal_is_told_to_the_presser_and_in_the_thread(
    world: World, code: str
) -> None:
    press = pressed(world)
    world.keys.on_call = [code]

    assert world.press(press) is None

    (answer,), (line,) = world.answers, world.message.lines
    word = f"kms.{code}" if WORDS.knows(f"kms.{code}") else "kms.other"
    following = WORDS.say(word, command="|").split("|")[0]
    assert code in answer
    assert following in answer
    assert following in line
    assert world.notices.sent == []
    assert "deletion scheduled" in world.message.versions[-1]["text"]


@pytest.mark.parametrize("code", ["AccessDeniedException", "SomethingNewException"])
def test_who_may_gets_the_line_for_the_aws_cli(world: World, code: str) -> None:
    press = pressed(world, "rp.cancel")
    world.keys.on_call = [code]

    world.press(press)

    key_id = KEY.rpartition("/")[2]
    line = f"aws kms cancel-key-deletion --region {REGION} --key-id {key_id}"
    assert line in world.answers[0]


def test_a_hidden_key_is_not_touched_without_the_means_of_a_proof(world: World) -> None:
    press = pressed(world)
    world.keys.on_read = ["AccessDeniedException"]

    world.press(press)

    assert world.journal.named("keys.call") == []
    assert "AccessDeniedException" in world.answers[0]


def test_enable_refused_as_still_dying_is_tried_again(world: World) -> None:
    """KMS is eventually consistent: EnableKey right after a cancel may be too early."""
    press = pressed(world)
    world.keys.on_call = [None, "KMSInvalidStateException"]

    assert isinstance(world.press(press), NotProvedError)
    assert world.press(press, attempt=2) is None

    assert world.state() is KeyState.ENABLED
    assert [act.remedy for act in world.case().saved] == [Remedy.CANCEL_AND_ENABLE]


def test_not_pending_deletion_on_a_saved_key_is_no_failure_and_no_credit(
    world: World,
) -> None:
    """The first reading is stale; KMS refuses, and the second reading shows why."""
    press = pressed(world, "rp.cancel")
    world.keys.put(KEY, KeyState.DISABLED)
    world.keys.on_read = [Trouble.STALE]

    assert world.press(press) is None

    assert (
        "Nothing was left to do: KMS says that the key is `Disabled`"
        in (world.answers[0])
    )
    assert world.case().saved == ()


@pytest.mark.parametrize("trouble", [Trouble.SILENT, Trouble.SILENT_AFTER_EFFECT])
def test_no_answer_is_neither_success_nor_failure(
    world: World, trouble: Trouble
) -> None:
    press = pressed(world, "rp.cancel")
    world.keys.on_call = [trouble]

    assert isinstance(world.press(press), KmsSilentError)
    assert "does not know yet if it worked" in world.answers[0]
    assert world.press(press, attempt=2) is None

    assert world.state() is KeyState.DISABLED
    assert "Done" in world.answers[1]
    assert len(world.case().saved) == 1
