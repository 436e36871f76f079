"""Which reminder is due: each moment once, the most urgent alone, the last always."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.domain.quiet import Quiet, Saying
from chalice_app.domain.reminder import counts_from, reminders_of
from chalice_app.domain.reminder_plan import Danger, Plan
from chalice_app.domain.reminding import checked, due, stands
from tests.shapes import START, case, event, moment, reading

PLAN, HOUR, DAY = Plan(), timedelta(hours=1), timedelta(days=1)
DIES = START + 30 * DAY
HOURS = st.lists(st.integers(1, 700), max_size=6, unique=True)


def dying(dies: datetime = DIES, **changes: object) -> Case:
    found = reading(KeyState.PENDING_DELETION, 400, deletion_date=dies)
    return replace(case(), reading=found, **changes)


def hours_at(found: Case, now: datetime, plan: Plan = PLAN) -> int | None:
    reminder = due(found, plan, now)
    return reminder.hours if reminder else None


def test_the_most_urgent_that_is_due_is_given() -> None:
    before = {200: None, 168: 168, 49: 168, 48: 48, 24: 24, 5: 24, 4: 4, 1: 4, -9: 4}
    for hours, expected in before.items():
        assert hours_at(dying(), DIES - hours * HOUR) == expected


def test_a_disabled_key_counts_from_when_it_was_disabled() -> None:
    found = replace(case("DisableKey"), reading=reading(KeyState.DISABLED, 400))
    for hours, expected in {1: None, 12: 12, 119: 12, 120: 120, 900: 120}.items():
        assert hours_at(found, START + hours * HOUR) == expected


def test_a_second_more_or_less_is_the_same_date() -> None:
    ids = {it.id for it in reminders_of(dying(), PLAN)}
    near = dying(DIES + timedelta(seconds=0.9))
    assert {it.id for it in reminders_of(near, PLAN)} == ids
    assert not {it.id for it in reminders_of(dying(DIES + HOUR), PLAN)} & ids


def test_the_younger_of_two_dates_counts() -> None:
    again = event(seconds=900, deletion_date=DIES + DAY)
    assert counts_from(dying(trouble=again)) == (Danger.DELETION, DIES + DAY)
    older = event(deletion_date=DIES + DAY)
    assert counts_from(dying(trouble=older)) == (Danger.DELETION, DIES)


def test_what_does_not_threaten_has_none() -> None:
    enabled = replace(case(), reading=reading(KeyState.ENABLED, 400))
    gone = replace(case(), reading=reading(KeyState.GONE, 400))
    waits = replace(case(), reading=reading(KeyState.PENDING_REPLICA_DELETION, 400))
    foreign = dying(ours=False)
    assert [counts_from(it) for it in (enabled, gone, waits, foreign)] == [None] * 4


def test_a_young_alert_spares_all_but_the_last_that_comes_after_it() -> None:
    late = dying(START + 26 * HOUR)
    assert hours_at(late, START + 3 * HOUR) is None
    assert hours_at(late, START + 22 * HOUR) == 4
    later = dying(START + 3 * HOUR)
    assert hours_at(later, START + HOUR) is None


@given(HOURS, st.integers(0, 720), st.sampled_from(Saying), st.integers(0, 720))
def test_nothing_that_anybody_says_silences_the_last_one(
    hours: list[int], now: int, saying: Saying, until: int
) -> None:
    plan = Plan(deletion=tuple(sorted(hours, reverse=True)))
    quiet = Quiet(
        saying=saying,
        user="U1",
        at=START,
        about=DIES,
        until=START + until * HOUR,
    )
    at = START + now * HOUR
    held = hours_at(dying(quiet=quiet), at, plan)
    free = hours_at(dying(), at, plan)
    assert held in {free, None}
    if hours and free == min(hours):
        assert held == free


def test_what_was_said_of_another_date_holds_nothing() -> None:
    quiet = Quiet(
        saying=Saying.INTENDED, user="U1", at=START, about=DIES - DAY, until=DIES
    )
    assert hours_at(dying(quiet=quiet), DIES - DAY) == 24
    same = replace(quiet, about=DIES)
    assert hours_at(dying(quiet=same), DIES - DAY) is None
    assert hours_at(dying(quiet=same), DIES - 4 * HOUR) == 4


def test_a_reminder_stands_while_its_date_does() -> None:
    [*_, last] = reminders_of(dying(), PLAN)
    assert stands(last, dying())
    assert not stands(last, dying(DIES + DAY))
    assert not stands(last, replace(case(), reading=reading(KeyState.DISABLED, 400)))


def test_only_a_reading_of_this_sweep_is_a_check() -> None:
    assert checked(dying(), moment(400))
    assert not checked(dying(), moment(400) + HOUR)
    assert not checked(case(), START)
    hidden = replace(dying(), reading=reading(None, 400))
    assert not checked(hidden, moment(400))
