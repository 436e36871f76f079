"""The look at Reprieve itself when Slack is broken, or the sweep dies."""

from datetime import timedelta

import pytest

from chalice_app.domain.watcher.finding import wrong
from chalice_app.errors import ChatRefusedError, ChatSilentError, TryAgainError
from tests.fakes.watching import DISABLED, HOUR, RULE, STOPPED, shown, subjects, swept
from tests.fakes.world import World


def test_where_slack_is_what_is_broken_the_notice_goes_out_once(world: World) -> None:
    world.chat.joined = False
    world.parts.found = {"channel": [wrong("channel_not_member", channel="alerts")]}
    for _ in range(2):
        world.sweep()
        world.wait(HOUR)
    assert (len(world.notices.sent), world.chat.messages) == (1, {})

    world.chat.joined = True
    swept(world)

    assert world.words.say("watch.whole.title") in shown(world)
    assert len(world.notices.sent) == 2


def test_a_slack_that_is_silent_is_tried_again_without_a_second_mail(
    world: World,
) -> None:
    world.parts.found = {"rules": [DISABLED]}
    world.chat.fails["post"] = [ChatSilentError("chat.postMessage", after=5)]
    assert world.sweep() is not None
    assert world.sweep() is None

    assert RULE in shown(world)
    assert len(world.notices.sent) == 1


def test_the_end_is_mailed_once_though_slack_refuses_it(world: World) -> None:
    swept(world, rules=DISABLED)
    refused = ChatRefusedError("chat.update", "is_archived")
    world.chat.fails["update"] = [refused, refused]
    for _ in range(3):
        swept(world)

    assert subjects(world).count(world.words.say("watch.mail.whole")) == 1
    assert world.words.say("watch.whole.title") in shown(world)


def test_where_the_notices_are_what_is_broken_slack_is_told_once(world: World) -> None:
    broken = TryAgainError("notices: NotFound")
    world.notices.fails = [broken, broken]
    world.parts.found = {"rules": [DISABLED]}
    for _ in range(2):
        assert world.sweep() is not None
        world.wait(HOUR)
    swept(world, rules=DISABLED)

    assert RULE in shown(world)
    assert (world.message.lines, len(world.notices.sent)) == ([], 1)


def test_what_comes_and_goes_for_days_is_not_kept_for_ever(world: World) -> None:
    for _ in range(50):
        swept(world, trail=STOPPED, rules=DISABLED)
        swept(world, trail=STOPPED)

    outage = world.tools.outages.watch().outage
    assert outage
    assert len(outage.troubles) < 50
    assert len(outage.open) == 1


def test_a_message_that_somebody_deleted_is_posted_anew(world: World) -> None:
    swept(world, rules=DISABLED)
    world.chat.fails["update"] = [ChatRefusedError("chat.update", "message_not_found")]
    swept(world, rules=DISABLED)

    assert len(world.chat.messages) == 2
    assert len(world.notices.sent) == 1


@pytest.mark.parametrize("at", range(1, 18))
def test_wherever_the_sweep_dies_there_is_one_message(world: World, at: int) -> None:
    world.parts.found = {"rules": [DISABLED]}
    with world.journal.killing(at):
        world.sweep()
    world.wait(timedelta(minutes=1))
    assert world.sweep() is None

    assert RULE in shown(world)
    assert set(subjects(world)) == {world.words.say("watch.mail.subject")}
