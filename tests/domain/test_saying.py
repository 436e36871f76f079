"""What people say about a key, how long it holds reminders back, and when it lapses."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.domain.ledger import Entry, Kind
from chalice_app.domain.phase import Phase
from chalice_app.domain.quiet import HOLDS, SNOOZES, Saying
from chalice_app.domain.reminder_plan import Plan
from chalice_app.domain.saying import in_force, quiet_of, said, sayings_for
from tests.shapes import START, case, reading
from tests.views.drawings import PHASES

PLAN, HOUR, DAY = Plan(), timedelta(hours=1), timedelta(days=1)
DIES = START + 30 * DAY
DYING = replace(
    case(), reading=reading(KeyState.PENDING_DELETION, 400, deletion_date=DIES)
)
DISABLED = replace(case("DisableKey"), reading=reading(KeyState.DISABLED, 400))


def entry(saying: Saying, at: datetime, user: str = "U1") -> Entry:
    return Entry(press_id="p", kind=Kind.SAID, at=at, user=user, act=saying)


def until(found: Case, saying: Saying, at: datetime) -> datetime | None:
    return quiet_of(found, entry(saying, at), PLAN).until


@pytest.mark.parametrize(
    ("saying", "ends"),
    [
        (Saying.LOOKING, START + 2 * DAY),
        (Saying.SNOOZE_1D, START + 2 * DAY),
        (Saying.SNOOZE_3D, START + 4 * DAY),
        (Saying.SNOOZE_TO_1D, DIES - DAY),
        (Saying.INTENDED, DIES - 4 * HOUR),
        (Saying.EXPECTED, DIES - 4 * HOUR),
    ],
)
def test_how_long_each_holds(saying: Saying, ends: datetime) -> None:
    assert until(DYING, saying, START + DAY) == ends


def test_every_saying_says_how_long_it_holds() -> None:
    assert HOLDS.keys() == set(Saying)


def test_nothing_is_held_beyond_the_last_and_nothing_after_it() -> None:
    for saying in Saying:
        assert until(DYING, saying, DIES - 5 * HOUR) in {DIES - 4 * HOUR, None}
        assert until(DYING, saying, DIES - 3 * HOUR) is None
    assert until(DISABLED, Saying.EXPECTED, START + DAY) == START + 5 * DAY
    assert until(DISABLED, Saying.LOOKING, START + 6 * DAY) is None


def test_a_later_saying_stands_instead_of_an_earlier_one_in_any_order() -> None:
    first = quiet_of(DYING, entry(Saying.INTENDED, START), PLAN)
    second = quiet_of(DYING, entry(Saying.LOOKING, START + HOUR, "U2"), PLAN)
    assert said(said(DYING, first), second).quiet == second
    late = said(said(DYING, second), first)
    assert late.quiet == second
    assert late.lookers == ("U2",)
    assert said(late, second) == late


def test_it_lapses_with_the_date_it_was_said_of() -> None:
    found = said(DYING, quiet_of(DYING, entry(Saying.INTENDED, START), PLAN))
    assert in_force(found)
    assert found.reading
    later = replace(found.reading, deletion_date=DIES + DAY)
    assert in_force(replace(found, reading=later)) is None
    over = replace(found.reading, state=KeyState.DISABLED, deletion_date=None)
    assert in_force(replace(found, reading=over)) is None


@pytest.mark.parametrize("phase", Phase)
def test_reminders_are_put_off_only_where_there_are_any(phase: Phase) -> None:
    offered = set(sayings_for(PHASES[phase]))
    assert bool(offered & SNOOZES) is (phase in {Phase.SCHEDULED, Phase.DISABLED})
    assert (Saying.INTENDED in offered) is (phase is Phase.SCHEDULED)
    assert not sayings_for(replace(PHASES[phase], ours=False))
    over = phase in {Phase.RESOLVED, Phase.DELETED}
    assert (Saying.LOOKING in offered) is not over
