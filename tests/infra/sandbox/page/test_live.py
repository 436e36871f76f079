"""Live: the state at once, again when something changed, and a clean end."""

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from infra.sandbox.page.live import live
from infra.sandbox.page.said import Said, Wish
from tests.infra.sandbox.page.plain import EMPTY, Scenery, message, plain_page
from tests.infra.sandbox.page.visitor import Visitor

SAID = replace(EMPTY, messages=(message("1.0", "Something"),))


def test_the_state_comes_at_once_and_when_something_has_changed(
    visitor: Visitor, scenery: Scenery
) -> None:
    with visitor.live() as states:
        assert next(states)["channel"]["messages"] == []
        scenery.seen = SAID
        assert len(next(states)["channel"]["messages"]) == 1


def test_two_browsers_are_told_the_same(visitor: Visitor, scenery: Scenery) -> None:
    with visitor.live() as first, visitor.live() as second:
        assert next(first) == next(second) == visitor.state()
        scenery.seen = SAID
        assert next(first) == next(second) == visitor.state()


def test_time_alone_is_no_news_but_a_jump_of_the_clock_is() -> None:
    later = replace(EMPTY, now="2026-11-24T12:00:01Z")
    jumped = replace(EMPTY, now="2026-12-01T12:00:01Z", ahead=604800.0)

    assert later == EMPTY
    assert jumped != EMPTY


def test_while_nothing_changes_a_comment_keeps_the_connection(
    scenery: Scenery,
) -> None:
    async def first(count: int) -> list[str]:
        stream = live(scenery.look, pause=0)
        told = [await anext(stream) for _ in range(count)]
        await stream.aclose()
        return told

    shown, *comments = asyncio.run(first(3))

    assert shown.startswith("event: state\ndata: {")
    assert [one[0] for one in comments] == [":", ":"]
    assert all(one.endswith("\n\n") for one in (shown, *comments))
    assert scenery.looks == 1 + 2 * 60


def test_a_browser_that_leaves_is_looked_for_no_more(
    visitor: Visitor, scenery: Scenery
) -> None:
    with visitor.live() as states:
        next(states)
    settled(lambda: scenery.looks)


def test_the_page_ends_under_open_browsers_and_leaves_no_thread() -> None:
    before, scenery = threading.active_count(), Scenery()
    with plain_page(scenery) as url:
        listening = Visitor(url).live()
        states = listening.__enter__()
        next(states)
    assert list(states) == []
    listening.__exit__(None, None, None)
    wait_until(lambda: threading.active_count() <= before)


def test_the_page_ends_under_an_act_that_does_not() -> None:
    """A Lambda may hang for a minute; Ctrl-C must not wait for it."""
    begun, over = threading.Event(), threading.Event()

    def hang(_wish: Wish) -> Said:
        begun.set()
        over.wait()
        return Said(ok=True, said="At last.")

    with plain_page(Scenery(), {"/hang": hang}) as url:
        visitor = Visitor(url)
        asking = threading.Thread(
            target=visitor.send, args=("/hang", b"{}", visitor.own)
        )
        asking.start()
        assert begun.wait(timeout=20)
        assert visitor.get("/state").status == 200
    assert not over.is_set()
    over.set()
    asking.join()


def settled(count: Callable[[], int]) -> None:
    """Wait until a count stays as it is for longer than a look takes."""
    for _ in range(20):
        before = count()
        time.sleep(0.6)
        if count() == before:
            return
    raise AssertionError("It never settled.")


def wait_until(fits: Callable[[], bool]) -> None:
    for _ in range(200):
        if fits():
            return
        time.sleep(0.05)
    raise AssertionError("It never came to be.")
