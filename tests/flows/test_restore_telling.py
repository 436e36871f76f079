"""All keys of a restore are told of at once, and no key waits for the telling."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.errors import ChatRefusedError, ChatSilentError
from infra.sandbox.slack import acme
from tests.fakes.restores import restored, thread
from tests.fakes.reviews import REASON, run, step
from tests.fakes.storms import digest_of
from tests.fakes.world import World


def test_all_are_told_of_in_one_line_and_one_notice(world: World) -> None:
    restored(world)
    run(world)

    [line] = thread(world)
    assert f"<@{acme.ADA}>" in line
    assert "Proved: 12" in line
    assert REASON in line
    [(subject, body)] = world.notices.sent
    assert subject == "[Reprieve] 12 of 12 keys restored"
    assert REASON in body
    [(user, said)] = world.chat.whispers
    assert user == acme.ADA
    assert "12 keys are being restored" in said


def test_a_progress_line_is_rewritten_seldom(world: World) -> None:
    restored(world, remedy="cancel_and_enable")
    run(world)

    digest = digest_of(world)
    assert digest.place
    pages = world.chat.messages[digest.place.ts].pages
    [progress] = [
        it for it in pages if "asked to" in world.chat.pages[it].versions[0]["text"]
    ]
    said = [it["text"] for it in world.chat.pages[progress].versions]
    assert "of 12 are proved" in said[0]
    assert "it has ended, and 12 of 12 are proved" in said[-1]
    assert len(said) <= 3


@pytest.mark.parametrize("way", ["reply", "notices"])
def test_what_is_not_told_is_told_later_and_the_other_at_once(
    world: World, way: str
) -> None:
    restored(world)
    broken = [ChatSilentError("chat.postMessage")] * 3
    if way == "reply":
        world.chat.fails["reply"] = [*broken]
    else:
        world.notices.fails = [*broken]
    run(world)

    assert len(thread(world)) == len(world.notices.sent) == 1
    gone = world.chat.fails.get("reply") or world.notices.fails
    assert gone == []


def test_a_slack_that_is_silent_keeps_no_key_waiting(world: World) -> None:
    arns = restored(world)
    world.chat.fails["post_page"] = [ChatSilentError("chat.postMessage")] * 9
    run(world)

    assert {world.state(it) for it in arns} == {KeyState.ENABLED}
    assert "Proved: 12" in thread(world)[-1]


def test_what_can_never_be_told_ends_where_people_see_it(world: World) -> None:
    restored(world)
    world.chat.fails["reply"] = [ChatRefusedError("chat.postMessage", "no")] * 99
    while world.looks.restores:
        last = step(world)

    assert isinstance(last, ChatRefusedError)
    assert len(world.notices.sent) == 1
