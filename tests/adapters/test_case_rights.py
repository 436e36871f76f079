"""Rights are held by one at a time, and end by themselves."""

from datetime import timedelta

import pytest

from chalice_app.adapters.case_rights import LEASE_LASTS, POST_LASTS, CaseRights
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.table import Table
from chalice_app.domain.case import Case, Place
from chalice_app.domain.key_event import read_event
from chalice_app.errors import BeingShownError
from chalice_app.ports import Delivery
from tests.fakes.news import record
from tests.fakes.places import NOON

SECOND = timedelta(seconds=1)
FIRST = Delivery(id="first", at=NOON)


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


def test_one_delivery_may_post_and_may_try_again(
    rights: CaseRights, case_id: str
) -> None:
    rights.claim_post(case_id, FIRST)
    rights.claim_post(case_id, FIRST)

    with pytest.raises(BeingShownError):
        rights.claim_post(case_id, Delivery(id="second", at=NOON + POST_LASTS))


def test_the_right_to_post_ends_by_itself(rights: CaseRights, case_id: str) -> None:
    rights.claim_post(case_id, FIRST)

    rights.claim_post(case_id, Delivery(id="second", at=NOON + POST_LASTS + SECOND))

    with pytest.raises(BeingShownError):
        rights.claim_post(case_id, FIRST)


def test_nobody_may_post_a_second_message(
    table: Table, rights: CaseRights, case_id: str
) -> None:
    rights.claim_post(case_id, FIRST)
    rights.placed(case_id, Place(channel="C1", ts="1.1"))
    rights.placed(case_id, Place(channel="C1", ts="2.2"))

    assert read(table, case_id).place == Place(channel="C1", ts="1.1")
    with pytest.raises(BeingShownError):
        rights.claim_post(case_id, FIRST)


def test_an_older_version_never_hides_a_newer(
    table: Table, rights: CaseRights, case_id: str
) -> None:
    rights.shown(case_id, 3)
    rights.shown(case_id, 2)

    assert read(table, case_id).shown_version == 3


def test_one_press_may_act_until_it_lets_go(rights: CaseRights, case_id: str) -> None:
    assert rights.lease(case_id, "one", NOON)
    assert rights.lease(case_id, "one", NOON)
    assert not rights.lease(case_id, "two", NOON + LEASE_LASTS)

    rights.release(case_id, "two")
    assert not rights.lease(case_id, "two", NOON + SECOND)

    rights.release(case_id, "one")
    assert rights.lease(case_id, "two", NOON + SECOND)


def test_a_lease_ends_by_itself(rights: CaseRights, case_id: str) -> None:
    assert rights.lease(case_id, "one", NOON)

    assert rights.lease(case_id, "two", NOON + LEASE_LASTS + SECOND / 2)
    assert not rights.lease(case_id, "one", NOON + LEASE_LASTS + SECOND)


def test_a_case_that_is_not_there_gives_no_right(rights: CaseRights) -> None:
    assert not rights.lease("0123456789", "one", NOON)
    with pytest.raises(BeingShownError):
        rights.claim_post("0123456789", FIRST)
