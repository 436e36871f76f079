"""What is wrong with Reprieve itself is told once, in both ways, until it heals."""

from chalice_app.domain.watcher.finding import unchecked
from tests.fakes.watching import (
    DISABLED,
    REFUSED,
    RULE,
    STOPPED,
    shown,
    subjects,
    swept,
)
from tests.fakes.world import World


def test_where_all_is_well_nobody_hears_anything(world: World) -> None:
    swept(world)

    assert (world.chat.messages, world.notices.sent) == ({}, [])


def test_a_trouble_is_told_once_and_so_is_its_end(world: World) -> None:
    for _ in range(3):
        swept(world, rules=DISABLED)

    assert f"rules: The rule {RULE} is disabled." in shown(world)
    assert world.words.say("watch.broken.title") in shown(world)
    assert (len(world.notices.sent), world.message.lines) == (1, [])
    assert f"The rule {RULE} is disabled." in world.notices.sent[0][1]

    for _ in range(3):
        swept(world)

    whole = world.words.say("watch.whole.text")
    assert world.words.say("watch.whole.title") in shown(world)
    assert "Healed " in shown(world)
    assert world.message.broadcasts == [whole]
    assert subjects(world) == [
        world.words.say("watch.mail.subject"),
        world.words.say("watch.mail.whole"),
    ]


def test_a_second_trouble_is_said_in_the_channel_again_and_mailed(world: World) -> None:
    swept(world, rules=DISABLED)
    swept(world, rules=DISABLED, trail=STOPPED)
    swept(world, trail=STOPPED)

    [line] = world.message.broadcasts
    assert "The trail every-call does not log." in line
    assert [it.count(RULE) for _, it in world.notices.sent] == [1, 0]
    assert world.words.say("watch.broken.title") in shown(world)


def test_what_breaks_again_after_the_end_has_a_message_of_its_own(world: World) -> None:
    swept(world, rules=DISABLED)
    swept(world)
    swept(world, rules=DISABLED)

    assert len(world.chat.messages) == 2
    assert subjects(world).count(world.words.say("watch.mail.subject")) == 2


def test_what_breaks_again_within_the_outage_is_told_again(world: World) -> None:
    swept(world, rules=DISABLED, trail=STOPPED)
    swept(world, trail=STOPPED)
    swept(world, rules=DISABLED, trail=STOPPED)

    assert len(world.message.broadcasts) == len(world.notices.sent) - 1 == 1


def test_what_cannot_be_checked_is_told_by_the_second_sweep_that_could_not(
    world: World,
) -> None:
    swept(world, trail=unchecked("refused", why="one", **REFUSED))
    assert (world.chat.messages, world.notices.sent) == ({}, [])

    swept(world, trail=unchecked("refused", why="another", **REFUSED))
    swept(world, trail=unchecked("refused", why="one", **REFUSED))

    assert "trail: Not checked, because AWS refused DescribeTrails" in shown(world)
    assert len(world.notices.sent) == 1


def test_a_doubt_that_passes_is_never_told(world: World) -> None:
    for _ in range(2):
        swept(world, trail=unchecked("aws_silent", why="slow"))
        swept(world)

    assert (world.chat.messages, world.notices.sent) == ({}, [])


def test_lambdas_tries_of_one_sweep_count_as_one(world: World) -> None:
    world.parts.found = {"trail": [unchecked("aws_silent", why="slow")]}
    for _ in range(3):
        assert world.sweep() is None

    assert world.notices.sent == []


def test_a_check_that_was_not_made_heals_nothing(world: World) -> None:
    swept(world, trail=STOPPED)
    swept(world, trail=unchecked("aws_silent", why="slow"))

    assert world.words.say("watch.broken.title") in shown(world)
    assert "Healed" not in shown(world)
