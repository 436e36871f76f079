"""Drills lie apart from cases, with the table's own times, and end by themselves."""

from datetime import timedelta

import pytest

from chalice_app.adapters.case_sweep import CaseSweep
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.drill_table import DrillTable, drill_key
from chalice_app.adapters.table import Table
from chalice_app.domain.case_parts import Place
from chalice_app.domain.drill import DrillNews
from chalice_app.domain.posting import PostRight
from chalice_app.errors import BeingShownError
from infra.sandbox.slack import acme
from tests.adapters.clock import Clock
from tests.fakes.drills import ID
from tests.fakes.places import NOON
from tests.shapes import PLACE, moment, press

NEWS = DrillNews(id=ID, event_at=NOON, news_at=NOON + timedelta(seconds=0.25))
ADA, BO = (press(case_id=ID, user=it, act="drill") for it in (acme.ADA, acme.BO))


def test_a_drill_is_kept_once_with_the_tables_time(
    clocked: Table, clock: Clock
) -> None:
    drills = DrillTable(clocked)
    first, began = drills.begin(NEWS), clock.now
    clock.now += timedelta(minutes=1)

    assert drills.begin(NEWS) == first == drills.get(ID)
    assert (first.news, first.began_at) == (NEWS, began.replace(microsecond=0))


def test_it_expires_after_a_week_by_the_tables_clock(
    clocked: Table, clock: Clock
) -> None:
    """A sender may write any time into an event."""
    far = DrillNews(id=ID, event_at=NOON + timedelta(days=9000), news_at=NOON)
    DrillTable(clocked).begin(far)

    item = clocked.read(drill_key(ID))
    assert item
    week = clock.now.replace(microsecond=0) + timedelta(days=7)
    assert item["expires_at"] == week.timestamp()


def test_one_worker_posts_and_the_first_place_stays(clocked: Table) -> None:
    drills = DrillTable(clocked)
    drills.begin(NEWS)
    assert drills.claim_post(ID) == PostRight(attempt=1, look_first=False)
    with pytest.raises(BeingShownError):
        drills.claim_post(ID)

    other = Place(channel=PLACE.channel, ts="1700000000.000002")
    assert drills.placed(ID, PLACE) == drills.placed(ID, other) == PLACE
    found = drills.get(ID)
    assert found
    assert found.place == PLACE


def test_the_first_press_is_kept_with_the_tables_time(
    clocked: Table, clock: Clock
) -> None:
    drills = DrillTable(clocked)
    drills.begin(NEWS)
    clock.now += timedelta(minutes=1)
    first, done = drills.pressed(ADA), clock.now
    clock.now += timedelta(minutes=1)

    assert drills.pressed(BO) == first == drills.get(ID)
    assert first
    assert first.press
    assert (first.press.user, first.press.pressed_at) == (acme.ADA, moment(0))
    assert first.press.done_at == done.replace(microsecond=0)


def test_a_press_makes_no_drill(clocked: Table) -> None:
    drills = DrillTable(clocked)
    assert drills.pressed(ADA) is None
    assert drills.get(ID) is None


def test_no_case_is_a_drill_and_no_drill_a_case(clocked: Table, case_id: str) -> None:
    DrillTable(clocked).begin(NEWS)

    assert DrillTable(clocked).get(case_id) is None
    assert CaseTable(clocked).get(ID) is None
    assert [it.id for it in CaseSweep(clocked).due()] == [case_id]


def test_dynamodb_takes_and_gives_it_all(table: Table) -> None:
    drills = DrillTable(table)
    begun = drills.begin(NEWS)
    drills.claim_post(ID)
    drills.placed(ID, PLACE)

    found = drills.pressed(ADA)

    assert found
    assert (found.news, found.began_at) == (NEWS, begun.began_at)
    assert (found.place, found.press and found.press.user) == (PLACE, acme.ADA)
