"""A drill is posted once, beside all cases, and is told as nothing else."""

import json
from datetime import timedelta
from typing import Any

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.errors import (
    BeingShownError,
    ChatSilentError,
)
from chalice_app.flows.from_topic import receive_note
from tests.fakes.drills import ID, drill_event, drill_note
from tests.fakes.places import KEY
from tests.fakes.world import World


def deliver(world: World, **changes: Any) -> None:
    receive_note(drill_note(drill_event(**changes)), world.tools)


def asked_kms(world: World) -> list[str]:
    return [it for it in world.journal.names() if it.startswith("keys.")]


def test_it_is_posted_once_however_often_it_is_delivered(world: World) -> None:
    deliver(world)
    deliver(world)

    assert world.message.kind == "drill"
    assert world.message.case_id == ID
    assert world.message.versions[0]["text"].startswith("Drill. No key is in danger.")
    assert asked_kms(world) == []


def test_what_slack_has_refused_is_posted_by_the_next_delivery(world: World) -> None:
    world.chat.fails["post"] = [ChatSilentError("chat.postMessage", after=30)]
    with pytest.raises(ChatSilentError):
        deliver(world)
    world.wait(timedelta(minutes=1))
    deliver(world)

    assert world.message.case_id == ID


def test_while_one_worker_posts_another_waits(world: World) -> None:
    def meanwhile() -> None:
        with pytest.raises(BeingShownError):
            deliver(world)

    world.chat.before["post"] = [meanwhile]
    deliver(world)

    assert world.message.case_id == ID


@pytest.mark.parametrize("at", range(12))
def test_wherever_the_worker_dies_there_is_one_message(world: World, at: int) -> None:
    with world.journal.killing(at):
        deliver(world)
    world.wait(timedelta(minutes=1))
    deliver(world)

    assert world.message.case_id == ID
    drill = world.tools.drills.get(ID)
    assert drill
    assert drill.place


def test_a_case_and_a_sweep_go_their_way_beside_a_drill(world: World) -> None:
    deliver(world, detail={"stage": "dev", "requestParameters": {"keyId": KEY}})
    world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    drill, alert = world.chat.messages.values()

    assert world.sweep() is None

    assert len(drill.versions) == 1
    assert len(alert.versions) == 2
    assert len(world.chat.messages) == 2


def test_what_is_a_drill_by_half_is_told_as_what_cannot_be_read(world: World) -> None:
    receive_note(drill_note(drill_event(account="444455556666")), world.tools)

    assert world.message.kind == "case"
    title = world.words.say("alert.unreadable.title")
    assert title in json.dumps(world.message.versions[0], ensure_ascii=False)
