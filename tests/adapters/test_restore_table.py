"""A restore of many keys in the table: kept once, one step at a time, by one worker."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalice_app.adapters.restore_table import LEASE_LASTS, RestoreTable, review_key
from chalice_app.adapters.table import Table
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.restore_parts import (
    LINE,
    NOTICE,
    Ending,
    Progress,
    Restore,
    Tally,
)
from chalice_app.domain.review import Review
from infra.sandbox.slack import acme
from tests.adapters.clock import Clock
from tests.fakes.places import NOON

REVIEW = Review(id="press-1", digest="0a1b2c3d4e", cases=("a", "b"))
RESTORE = Restore(
    id="press-2",
    digest=REVIEW.digest,
    user=acme.ADA,
    remedy=Remedy.CANCEL_AND_ENABLE,
    reason="The pipeline ran in the wrong account",
    asked_at=NOON,
    cases=REVIEW.cases,
)
START = Progress(left=RESTORE.cases)
TALLY = Tally(ending=Ending.PROVED, detail="Enabled", count=1, labels=("RP-A",))
SECOND = Progress(step=2, left=("b",), tallies=(TALLY,), shown_at=NOON)


@pytest.fixture
def restores(table: Table) -> RestoreTable:
    """Give a table whose items DynamoDB keeps, as moto has it."""
    return RestoreTable(table)


@pytest.fixture
def begun(clocked: Table) -> RestoreTable:
    """Give a table whose clock the test moves, with a restore in it."""
    restores = RestoreTable(clocked)
    restores.begin(RESTORE, START)
    return restores


def test_a_list_is_kept_once_and_for_a_day(
    restores: RestoreTable, table: Table
) -> None:
    later = replace(REVIEW, cases=("c",))

    assert restores.list(REVIEW, NOON) == REVIEW
    assert restores.list(later, NOON) == REVIEW == restores.listed(REVIEW.id)
    item = table.read(review_key(REVIEW.id))
    assert item
    assert item["expires_at"] == (NOON + timedelta(days=1)).timestamp()


def test_what_is_asked_for_is_kept_once_and_read_back(restores: RestoreTable) -> None:
    assert restores.begin(RESTORE, START) == START
    assert restores.begin(replace(RESTORE, user=acme.BO), SECOND) == START
    assert restores.get(RESTORE.id) == RESTORE


def test_a_step_is_noted_and_the_next_one_is_due(restores: RestoreTable) -> None:
    restores.begin(RESTORE, START)

    assert restores.take(RESTORE.id, 1, "order-1")
    assert restores.note(RESTORE.id, SECOND, "order-1")
    assert restores.progress(RESTORE.id) == SECOND
    assert restores.take(RESTORE.id, 1, "order-1") is None
    assert restores.take(RESTORE.id, 2, "order-2")


def test_nothing_is_taken_of_a_restore_that_nobody_asked_for(
    restores: RestoreTable,
) -> None:
    assert restores.get("made-up") is None
    assert restores.take("made-up", 1, "order-1") is None


def test_the_sweep_finds_it_until_it_has_ended(restores: RestoreTable) -> None:
    restores.begin(RESTORE, START)
    assert list(restores.unfinished()) == [RESTORE.id]

    restores.take(RESTORE.id, 1, "order-1")
    told = frozenset({NOTICE, LINE})
    restores.note(RESTORE.id, Progress(step=2, left=(), told=told), "order-1")
    assert list(restores.unfinished()) == []


def test_one_worker_does_a_step_and_its_own_message_goes_on(
    begun: RestoreTable, clock: Clock
) -> None:
    now = begun.take(RESTORE.id, 1, "order-1")

    assert now == clock.now.replace(microsecond=0)
    assert begun.take(RESTORE.id, 1, "another") is None
    assert begun.take(RESTORE.id, 1, "order-1")


def test_who_is_dead_holds_a_step_no_longer_and_notes_nothing(
    begun: RestoreTable, clock: Clock
) -> None:
    begun.take(RESTORE.id, 1, "order-1")
    clock.now += LEASE_LASTS + timedelta(seconds=1)

    assert begun.take(RESTORE.id, 1, "another")
    assert not begun.note(RESTORE.id, SECOND, "order-1")
    assert begun.note(RESTORE.id, SECOND, "another")
