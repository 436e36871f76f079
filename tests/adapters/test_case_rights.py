"""Rights are held by one at a time, and end by themselves, by the table's own clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

import pytest

from chalice_app.adapters.case_rights import LEASE_LASTS, CaseRights
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.table import Table
from chalice_app.domain.case import Case, Place
from chalice_app.domain.key_event import read_event
from chalice_app.domain.posting import POST_LASTS, PostRight
from chalice_app.errors import BeingShownError
from tests.fakes.memory_table import MemoryTable
from tests.fakes.news import record
from tests.fakes.places import NOON

SECOND = timedelta(seconds=1)
ONE, TWO = Place(channel="C1", ts="1.1"), Place(channel="C1", ts="2.2")
FIRST = PostRight(attempt=1, look_first=False)


@dataclass
class Clock:
    now: datetime = NOON

    def waits(self, span: timedelta) -> None:
        self.now += span


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def table(clock: Clock) -> Table:
    return cast("Table", MemoryTable(lambda: clock.now))


@pytest.fixture
def case_id(table: Table) -> str:
    case = CaseTable(table).record(read_event(record("DisableKey")), ours=True)
    assert case
    return case.id


@pytest.fixture
def rights(table: Table) -> CaseRights:
    return CaseRights(table)


def read(table: Table, case_id: str) -> Case:
    case = CaseTable(table).get(case_id)
    assert case
    return case


def test_who_posts_first_need_not_look_and_all_others_wait(
    rights: CaseRights, case_id: str, clock: Clock
) -> None:
    assert rights.claim_post(case_id) == FIRST

    clock.waits(POST_LASTS - SECOND)
    with pytest.raises(BeingShownError):
        rights.claim_post(case_id)


def test_the_right_to_post_ends_by_itself_and_the_next_has_to_look_first(
    rights: CaseRights, case_id: str, clock: Clock
) -> None:
    rights.claim_post(case_id)
    for attempt in (2, 3):
        clock.waits(POST_LASTS)

        assert rights.claim_post(case_id) == PostRight(attempt=attempt, look_first=True)

        with pytest.raises(BeingShownError):
            rights.claim_post(case_id)


def test_a_right_given_back_is_free_at_once(rights: CaseRights, case_id: str) -> None:
    rights.give_back(case_id, rights.claim_post(case_id))

    assert rights.claim_post(case_id) == FIRST


def test_a_right_that_another_has_taken_over_cannot_be_given_back(
    rights: CaseRights, case_id: str, clock: Clock
) -> None:
    slow = rights.claim_post(case_id)
    clock.waits(POST_LASTS)
    rights.claim_post(case_id)

    rights.give_back(case_id, slow)

    with pytest.raises(BeingShownError):
        rights.claim_post(case_id)


def test_the_first_place_stays_and_nobody_may_post_again(
    table: Table, rights: CaseRights, case_id: str, clock: Clock
) -> None:
    rights.claim_post(case_id)

    assert rights.placed(case_id, ONE) == ONE
    assert rights.placed(case_id, TWO) == ONE

    assert read(table, case_id).place == ONE
    clock.waits(POST_LASTS)
    with pytest.raises(BeingShownError):
        rights.claim_post(case_id)


def test_a_place_is_forgotten_once_its_message_is_gone_and_no_other(
    table: Table, rights: CaseRights, case_id: str
) -> None:
    rights.claim_post(case_id)
    rights.placed(case_id, ONE)

    rights.misplaced(case_id, TWO)
    assert read(table, case_id).place == ONE

    rights.misplaced(case_id, ONE)
    assert read(table, case_id).place is None
    assert rights.claim_post(case_id) == FIRST


def test_an_older_version_never_hides_a_newer(
    table: Table, rights: CaseRights, case_id: str
) -> None:
    rights.shown(case_id, 3)
    rights.shown(case_id, 2)

    assert read(table, case_id).shown_version == 3


def test_one_press_may_act_until_it_lets_go(rights: CaseRights, case_id: str) -> None:
    assert rights.lease(case_id, "one")
    assert not rights.lease(case_id, "two")

    rights.release(case_id, "two")
    assert not rights.lease(case_id, "two")

    rights.release(case_id, "one")
    assert rights.lease(case_id, "two")


def test_a_lease_ends_by_itself_and_its_own_press_has_it_for_longer(
    rights: CaseRights, case_id: str, clock: Clock
) -> None:
    assert rights.lease(case_id, "one")
    clock.waits(LEASE_LASTS)
    assert rights.lease(case_id, "one")
    clock.waits(LEASE_LASTS)
    assert not rights.lease(case_id, "two")
    clock.waits(SECOND)

    assert rights.lease(case_id, "two")
    assert not rights.lease(case_id, "one")


def test_a_case_that_is_not_there_gives_no_right(rights: CaseRights) -> None:
    assert not rights.lease("0123456789", "one")
    with pytest.raises(BeingShownError):
        rights.claim_post("0123456789")
