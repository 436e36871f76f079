"""Changes of Reprieve itself: one message for what one principal does, said once."""

from datetime import timedelta

import pytest

from chalice_app.domain.watcher.batch import MOST
from tests.fakes.changes import RULE, deliver, deploy, shown
from tests.fakes.places import NOON
from tests.fakes.world import World

BO = {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/bo", "userName": "bo"}


def test_a_deploy_is_one_quiet_message_that_lists_what_was_changed(
    world: World,
) -> None:
    deploy(world)

    assert world.message.kind == "watcher"
    assert world.words.say("change.upkeep.title") in shown(world.message)
    assert "`reprieve-dev-sweep`: `UpdateFunctionCode`" in shown(world.message)
    assert "If this was your deploy, nothing is to be done." in shown(world.message)
    assert world.message.lines == []
    assert "rp." not in shown(world.message)


def test_what_silences_reprieve_is_loud(world: World) -> None:
    deliver(world, "events", "DisableRule", RULE)

    assert world.words.say("change.silenced.title") in shown(world.message)
    assert world.words.say("change.effect.rule") in shown(world.message)


def test_a_new_kind_of_silence_is_said_in_the_channel_again_and_the_same_is_not(
    world: World,
) -> None:
    deploy(world)
    deliver(world, "events", "DisableRule", RULE)
    deliver(world, "events", "DisableRule", {"name": "reprieve-dev-Scheduled-1A2B"})
    deliver(world, "cloudtrail", "StopLogging", {"name": "all"})

    effects = [world.words.say(f"change.effect.{it}") for it in ("rule", "trail")]
    assert world.message.broadcasts == world.message.lines
    assert [it.endswith(effects[n]) for n, it in enumerate(world.message.lines)] == [
        True,
        True,
    ]
    first, *_ = world.message.versions[-1]["blocks"][2]["text"]["text"].split("\n")
    assert "UpdateFunctionCode" not in first


def test_the_same_event_is_told_once_however_often_it_comes(world: World) -> None:
    for _ in range(3):
        deliver(world, "events", "DisableRule", RULE, id="one")

    assert len(world.message.versions) == 1


def test_another_principal_and_a_later_time_have_messages_of_their_own(
    world: World,
) -> None:
    deliver(world, "events", "DisableRule", RULE)
    deliver(world, "events", "DisableRule", RULE, userIdentity=BO)
    deliver(world, "events", "DisableRule", RULE, at=NOON + timedelta(minutes=31))

    assert len(world.chat.messages) == 3


@pytest.mark.parametrize(
    ("reserved", "title"), [(0, "silenced"), (5, "upkeep")], ids=["none", "five"]
)
def test_a_concurrency_of_0_alone_stops_a_function(
    world: World, reserved: int, title: str
) -> None:
    called = {
        "functionName": "reprieve-dev-alerts",
        "reservedConcurrentExecutions": reserved,
    }
    deliver(world, "lambda", "PutFunctionConcurrency20171031", called)

    assert world.words.say(f"change.{title}.title") in shown(world.message)
    assert f"`PutFunctionConcurrency {reserved}`" in shown(world.message)


def test_what_silences_is_kept_even_among_more_than_are_kept(world: World) -> None:
    for number in range(MOST + 1):
        deliver(world, "events", "PutRule", {"name": f"reprieve-dev-{number}"})
    deliver(world, "events", "DisableRule", RULE)

    assert "DisableRule" in shown(world.message)
    assert world.words.say("change.more") in shown(world.message)
    for block in world.message.versions[-1]["blocks"][1:3]:
        assert len(block["text"]["text"]) <= 3000
