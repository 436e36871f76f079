"""What the one consumer draws next, and when it may."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from chalice_app.domain.case_parts import Place
from chalice_app.domain.digest import PAGE, Digest, Member, Page, mark_of, paged
from chalice_app.domain.digest_steps import (
    APART,
    Step,
    drawn_page,
    drawn_top,
    met,
    next_step,
)
from tests.domain.test_digest import member
from tests.shapes import PLACE, START, moment

NEW = Digest(id="0123456789", began_at=START)


ALL = [member(number) for number in range(2_000)]
Members = Callable[[int], Sequence[Member]]


def run(minutes: int, members_at: Members) -> list[tuple[datetime, Step]]:
    """Draw what is due, every other second; `members_at` says what there is then."""
    digest, calls = NEW, []
    for second in range(0, minutes * 60 + 1, 2):
        now, members = moment(second), members_at(second)
        digest = met(digest, members, now)
        step = next_step(digest, members)
        if step and step.at <= now:
            calls.append((now, step))
            digest = drawn(digest, step, members, now)
    assert next_step(digest, members_at(minutes * 60)) is None
    return calls


def drawn(
    digest: Digest, step: Step, members: Sequence[Member], now: datetime
) -> Digest:
    digest = replace(digest, called_at=now)
    if step.page is None:
        return replace(drawn_top(digest, now), place=PLACE)
    place = Place(channel="C", ts=str(step.page))
    page = Page(place=place, of=mark_of(paged(members)[step.page]), at=now)
    return drawn_page(digest, step.page, page)


def growing(count: int, minutes: int) -> Members:
    return lambda second: ALL[: 1 + count * min(second, minutes * 60) // (minutes * 60)]


def test_the_top_message_comes_first() -> None:
    assert next_step(met(NEW, [member(1)], START), [member(1)]) == Step(at=START)


def test_a_storm_of_2000_keys_in_five_minutes_takes_few_calls() -> None:
    calls = run(8, growing(1_999, 5))

    assert len(calls) <= 90
    assert all(later - one >= APART for (one, _), (later, _) in pairwise(calls))
    assert {step.page for _, step in calls} == {None, *range(2_000 // PAGE)}


def test_pages_wait_until_nothing_has_changed_for_a_minute() -> None:
    [top, page] = run(3, lambda _: ALL[:5])

    assert page[0] - top[0] == timedelta(minutes=1)


def test_pages_are_drawn_now_and_then_while_a_storm_goes_on() -> None:
    pages = [at for at, step in run(14, growing(90, 10)) if step.page == 0]

    assert [at - START for at in pages[:1]] == [timedelta(minutes=3)]


def test_what_has_not_changed_is_not_drawn_again() -> None:
    before = ALL[: PAGE + 1]
    after = [*before[:-1], replace(before[-1], version=2)]

    calls = run(10, lambda second: before if second < 200 else after)

    assert [step.page for _, step in calls] == [None, 0, 1, None, 1]


def test_a_long_storm_rewrites_its_top_message_less_and_less() -> None:
    tops = [at for at, step in run(14, growing(900, 10)) if step.page is None]

    pauses = [(b - a).total_seconds() for a, b in pairwise(tops)]
    assert pauses[0] == 10
    assert min(pauses[6:-1]) >= 60
