"""One press at a time may act on a key, by the table's own clock."""

from datetime import timedelta

import pytest

from chalice_app.adapters.case_rights import LEASE_LASTS, CaseRights
from chalice_app.errors import BeingShownError
from tests.adapters.clock import Clock

SECOND = timedelta(seconds=1)


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
