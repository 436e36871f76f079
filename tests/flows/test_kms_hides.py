"""The alert goes out whatever KMS answers, and says what could not be read."""

import pytest

from chalice_app.domain.key import KeyState
from tests.fakes.keys import Trouble
from tests.fakes.news import record
from tests.fakes.places import KEY
from tests.fakes.world import World


def test_a_hidden_key_is_alerted_on_and_who_can_act_is_said(world: World) -> None:
    world.keys.on_read = ["AccessDeniedException"]

    world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)

    shown = str(world.message.versions[-1])
    assert "Somebody whom the key policy names can act in AWS" in shown
    assert "rp.cancel" not in shown


@pytest.mark.parametrize("trouble", [Trouble.THROTTLED, Trouble.SILENT])
def test_a_key_that_cannot_be_read_now_is_alerted_on_and_read_again(
    world: World, trouble: Trouble
) -> None:
    world.keys.put(KEY, KeyState.PENDING_DELETION)
    world.keys.on_read = [trouble]
    event = record("ScheduleKeyDeletion")

    world.deliver(event, message_id="one")

    assert "Reprieve asks again" in str(world.message.versions[-1])
    world.look()
    assert "rp.cancel" in str(world.message.versions[-1])


def test_a_reading_older_than_the_event_is_not_believed(world: World) -> None:
    world.keys.put(KEY, KeyState.ENABLED)

    world.open("DisableKey", KeyState.ENABLED)

    shown = str(world.message.versions[-1])
    assert "Key disabled" in shown
    assert "KMS does not show this yet" in shown


def test_a_dead_key_is_told_as_too_late(world: World) -> None:
    world.open("ScheduleKeyDeletion", KeyState.GONE)

    assert "too late" in world.message.versions[-1]["text"]
