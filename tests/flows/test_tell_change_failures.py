"""Changes of Reprieve itself when a worker dies, Slack refuses, or somebody forges."""

from datetime import timedelta

import pytest

from chalice_app.errors import ChatRefusedError, ChatSilentError
from chalice_app.flows.from_topic import receive_note
from tests.fakes.changes import RULE, change, deliver, deploy, shown
from tests.fakes.news import note
from tests.fakes.world import World


@pytest.mark.parametrize("at", range(14))
def test_wherever_the_worker_dies_there_is_one_message_with_all(
    world: World, at: int
) -> None:
    deploy(world)
    with world.journal.killing(at):
        deliver(world, "cloudtrail", "StopLogging", {"name": "all"}, id="stop")
    world.wait(timedelta(minutes=1))
    deliver(world, "cloudtrail", "StopLogging", {"name": "all"}, id="stop")

    assert "StopLogging" in shown(world.message)
    assert set(world.message.lines) == set(world.message.lines[:1]) != set()


def test_what_another_worker_adds_meanwhile_is_shown_though_it_wrote_before(
    world: World,
) -> None:
    deploy(world)

    def meanwhile() -> None:
        deliver(world, "events", "PutRule", {"name": "reprieve-dev-late"})

    world.chat.before["update"] = [meanwhile]
    deliver(world, "events", "PutRule", {"name": "reprieve-dev-early"})

    assert "reprieve-dev-early" in shown(world.message)
    assert "reprieve-dev-late" in shown(world.message)


def test_what_slack_has_refused_is_posted_by_the_next_delivery(world: World) -> None:
    world.chat.fails["post"] = [ChatSilentError("chat.postMessage", after=30)]
    with pytest.raises(ChatSilentError):
        deliver(world, "events", "DisableRule", RULE, id="one")
    world.wait(timedelta(minutes=1))
    deliver(world, "events", "DisableRule", RULE, id="one")

    assert "DisableRule" in shown(world.message)


def test_a_message_that_somebody_deleted_is_missed_only_for_what_silences(
    world: World,
) -> None:
    deploy(world)
    gone = ChatRefusedError("chat.update", "message_not_found")
    world.chat.fails["update"] = [gone, gone]

    deliver(world, "events", "PutRule", {"name": "reprieve-dev-x"})
    with pytest.raises(ChatRefusedError):
        deliver(world, "events", "DisableRule", RULE)


def test_whoever_may_put_events_makes_no_change(world: World) -> None:
    forged = {**change("events", "DisableRule", RULE), "source": "reprieve.watcher"}
    receive_note(note(forged), world.tools)

    assert world.message.kind != "watcher"
    assert world.words.say("alert.unreadable.title") in shown(world.message)


def test_outside_text_is_no_markup(world: World) -> None:
    who = {"type": "IAMUser", "userName": "<!channel> `*x*"}
    deliver(world, "events", "PutRule", {"name": "a`<@U1>"}, userIdentity=who)

    assert "<!channel>" not in shown(world.message)
    assert "<@U1>" not in shown(world.message)
