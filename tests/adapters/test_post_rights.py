"""One worker at a time may post, by the table's own clock; the first place stays."""

from datetime import timedelta

import pytest

from chalice_app.adapters.case_rights import CaseRights
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.table import Table
from chalice_app.domain.case import Case, Place
from chalice_app.domain.posting import POST_LASTS, PostRight
from chalice_app.errors import BeingShownError
from tests.adapters.clock import Clock

SECOND = timedelta(seconds=1)
ONE, TWO = Place(channel="C1", ts="1.1"), Place(channel="C1", ts="2.2")
FIRST = PostRight(attempt=1, look_first=False)


def read(clocked: Table, case_id: str) -> Case:
    case = CaseTable(clocked).get(case_id)
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
    clocked: Table, rights: CaseRights, case_id: str, clock: Clock
) -> None:
    rights.claim_post(case_id)

    assert rights.placed(case_id, ONE) == ONE
    assert rights.placed(case_id, TWO) == ONE

    assert read(clocked, case_id).place == ONE
    clock.waits(POST_LASTS)
    with pytest.raises(BeingShownError):
        rights.claim_post(case_id)


def test_a_place_is_forgotten_once_its_message_is_gone_and_no_other(
    clocked: Table, rights: CaseRights, case_id: str
) -> None:
    rights.claim_post(case_id)
    rights.placed(case_id, ONE)

    rights.misplaced(case_id, TWO)
    assert read(clocked, case_id).place == ONE

    rights.misplaced(case_id, ONE)
    assert read(clocked, case_id).place is None
    assert rights.claim_post(case_id) == FIRST


def test_an_older_version_never_hides_a_newer(
    clocked: Table, rights: CaseRights, case_id: str
) -> None:
    rights.shown(case_id, 3)
    rights.shown(case_id, 2)

    assert read(clocked, case_id).shown_version == 3
