"""Many keys at once: the first have their own messages, the others one digest."""

from datetime import timedelta

from chalice_app.domain.digest import PAGE
from tests.fakes.storms import digest_of, draw_all, hand_over, harm, keys, refuse
from tests.fakes.world import World


def test_the_first_keys_have_their_own_messages_and_the_others_one(
    world: World,
) -> None:
    harm(world, keys(7))
    assert len(world.chat.messages) == 3

    list(draw_all(world))

    assert len(world.chat.messages) == 4
    top = list(world.chat.messages.values())[-1]
    assert "keys in trouble: 4," in top.versions[-1]["text"]
    [page] = [world.chat.pages[ts] for ts in top.pages]
    assert str(page.versions[-1]).count("🔴") == 4


def test_when_the_queue_is_empty_every_key_is_shown_at_its_newest(world: World) -> None:
    harm(world, keys(PAGE * 2 + 30))

    list(draw_all(world))

    digest = digest_of(world)
    members = world.tools.digests.members(digest.id)
    cases = [world.tools.cases.get(it.case_id) for it in members]
    assert len(members) == PAGE * 2 + 27
    assert all(it and it.shown_version == it.version for it in cases)
    shown = "".join(str(it.versions[-1]) for it in world.chat.pages.values())
    assert all(it.label in shown for it in members)
    assert len(digest.pages) == 3


def test_one_order_stands_for_all_changes_until_it_is_carried_out(world: World) -> None:
    harm(world, keys(20))

    assert [it[2] for it in world.looks.drawings] == [10]


def test_no_two_calls_to_slack_are_made_within_a_second(world: World) -> None:
    harm(world, keys(300))

    pauses = list(draw_all(world))

    assert min(pauses) >= timedelta(seconds=1)


def test_an_order_that_is_delivered_again_says_nothing_twice(world: World) -> None:
    harm(world, keys(5))
    first = world.looks.drawings.pop()
    world.wait(timedelta(seconds=10))
    hand_over(world, first)
    before = len(world.journal.named("chat.post", "chat.post_page", "chat.update"))

    assert hand_over(world, first) is None

    after = len(world.journal.named("chat.post", "chat.post_page", "chat.update"))
    assert after == before


def test_refused_attempts_fold_apart_and_hide_no_harm(world: World) -> None:
    refuse(world, keys(20))
    before = len(world.chat.messages)

    harm(world, keys(3))

    assert before == 3
    assert len(world.chat.messages) == 6
