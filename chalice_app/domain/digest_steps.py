"""What is to be said next of a storm, and when: one call to Slack at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalice_app.domain.digest import Digest, Member, Page, mark_of, paged

# Slack takes about one message a second and channel. The table's time is in whole
# seconds, so two of them are more than one.
APART = timedelta(seconds=2)
# How long the top message stands at least: in a long storm, longer.
_STANDS = tuple(timedelta(seconds=it) for it in (10, 10, 10, 20, 30, 60))
# Pages are drawn when nothing has changed for a minute; in a long storm, now and then.
QUIET = timedelta(minutes=1)
NOW_AND_THEN = timedelta(minutes=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The top message (no page), or a page of the thread, and when it may be drawn."""

    at: datetime
    page: int | None = None


def met(digest: Digest, members: Sequence[Member], now: datetime) -> Digest:
    """Note since when the storm is as it is."""
    mark = mark_of(members)
    return digest if digest.seen == mark else replace(digest, seen=mark, seen_at=now)


def next_step(digest: Digest, members: Sequence[Member]) -> Step | None:
    """Say what has to be drawn first of what Slack does not have; None: it has all."""
    steps = [*_top(digest), *_pages(digest, members)]
    if not steps:
        return None
    first = min(steps, key=lambda it: it.at)  # of equals the top message
    free = digest.called_at + APART if digest.called_at else first.at
    return replace(first, at=max(first.at, free))


def drawn_top(digest: Digest, now: datetime) -> Digest:
    """Note that the top message shows what the consumer has met."""
    return replace(digest, of=digest.seen, at=now, times=digest.times + 1)


def drawn_page(digest: Digest, number: int, page: Page) -> Digest:
    """Note what a page of the thread shows."""
    pages = (*digest.pages[:number], page, *digest.pages[number + 1 :])
    return replace(digest, pages=pages)


def _top(digest: Digest) -> Iterator[Step]:
    if digest.place is None or digest.at is None:
        yield Step(at=digest.began_at)
    elif digest.of != digest.seen:
        stands = _STANDS[min(digest.times, len(_STANDS)) - 1]
        yield Step(at=digest.at + stands)


def _pages(digest: Digest, members: Sequence[Member]) -> Iterator[Step]:
    if digest.place is None or digest.seen_at is None:
        return
    for number, listed in enumerate(paged(members)):
        page = digest.pages[number] if number < len(digest.pages) else None
        if page is None or page.of != mark_of(listed):
            since = page.at if page else digest.began_at
            at = min(digest.seen_at + QUIET, since + NOW_AND_THEN)
            yield Step(at=at, page=number)
