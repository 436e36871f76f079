"""Whatever comes and goes, each outage has one message, which ends as whole."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from chalice_app.domain.watcher.finding import Finding, ok, unchecked
from tests.fakes.watching import DISABLED, HOUR, STOPPED
from tests.fakes.world import World

SLOW = unchecked("aws_silent", why="slow")
SEEN = {"rules": (ok("well"), DISABLED, SLOW), "trail": (ok("well"), STOPPED, SLOW)}
Sweep = dict[str, Finding]
sweeps = st.fixed_dictionaries({it: st.sampled_from(SEEN[it]) for it in SEEN})


def swept(world: World, seen: Sweep) -> None:
    world.parts.found = {check: [it] for check, it in seen.items()}
    assert world.sweep() is None
    world.wait(HOUR)


def told(world: World) -> tuple[int, ...]:
    lines = [len(it.lines) for it in world.chat.messages.values()]
    return len(world.notices.sent), *lines


@settings(deadline=None, max_examples=60)
@given(st.lists(sweeps, max_size=8))
def test_every_outage_is_told_and_ends(history: Sequence[Sweep]) -> None:
    world = World()
    for seen in history:
        swept(world, seen)
        before = told(world)
        if SLOW not in seen.values():  # a doubt is told by the second sweep
            swept(world, seen)
            assert told(world) == before
    swept(world, {it: ok("well") for it in SEEN})

    titles = [
        it.versions[-1]["blocks"][0]["text"]["text"]
        for it in world.chat.messages.values()
    ]
    assert set(titles) <= {world.words.say("watch.whole.title")}
    over = world.words.say("watch.mail.whole")
    assert [it for it, _ in world.notices.sent].count(over) == len(titles)
    assert world.tools.outages.watch().outage is None
    if DISABLED in [it["rules"] for it in history]:
        assert titles
