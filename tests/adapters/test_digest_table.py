"""Digests in the table: members follow their cases, and orders have one consumer."""

from datetime import timedelta
from functools import partial

import pytest

from chalice_app.adapters.case_sweep import CaseSweep
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.digest_table import DigestTable
from chalice_app.adapters.table import Table
from chalice_app.domain.case import Case, looking
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.key_event import read_event
from chalice_app.domain.storm_rule import StormRule
from chalice_app.domain.subject import key_from_arn
from chalice_app.errors import BeingShownError
from tests.adapters.clock import Clock
from tests.fakes.news import record
from tests.fakes.places import NOON
from tests.fakes.storms import keys

RULE = StormRule(more_than=1)


def storm(table: Table, count: int = 3) -> list[Case]:
    """Give cases of a storm in which one key has a message of its own."""
    cases = CaseTable(table, RULE)
    events = (read_event(record("DisableKey", key=it)) for it in keys(count))
    return [it for event in events if (it := cases.record(event, ours=True))]


@pytest.fixture
def digest_id(clocked: Table) -> str:
    digest = storm(clocked)[-1].digest
    assert digest
    return digest


def test_all_but_the_first_cases_are_members_of_one_digest(table: Table) -> None:
    first, *others = storm(table, 5)

    assert first.digest is None
    [digest] = {it.digest for it in others}
    members = DigestTable(table).members(str(digest))
    assert {it.case_id for it in members} == {it.id for it in others}


def test_a_member_is_told_of_as_its_case_is_now(table: Table) -> None:
    case = storm(table)[-1]

    changed = CaseTable(table).change(case.id, partial(looking, user="U1"))

    members = {it.case_id: it for it in DigestTable(table).members(str(case.digest))}
    assert members[case.id].version == changed.version == 2


def test_what_the_sweep_finds_goes_into_the_digest_too(table: Table) -> None:
    digest = storm(table)[-1].digest
    found = KeyReading(read_at=NOON, state=KeyState.DISABLED)

    case = CaseSweep(table, RULE).find(key_from_arn(keys(9)[-1]), found)

    assert case
    assert case.digest == digest


def test_two_markers_send_one_order(clocked: Table, digest_id: str) -> None:
    digests = DigestTable(clocked)

    assert digests.mark(digest_id, 10) == 1
    assert digests.mark(digest_id, 10) is None
    assert list(CaseSweep(clocked).due_digests()) == [digest_id]


def test_a_mark_that_nobody_carried_out_is_made_anew(
    clocked: Table, clock: Clock, digest_id: str
) -> None:
    digests = DigestTable(clocked)
    digests.mark(digest_id, 10)
    clock.waits(timedelta(seconds=69))
    assert digests.mark(digest_id, 10) is None

    clock.waits(timedelta(seconds=1))

    assert digests.mark(digest_id, 10) == 2
    assert digests.take(digest_id, 1) is None


def test_what_changes_while_an_order_is_carried_out_marks_anew(
    clocked: Table, digest_id: str
) -> None:
    digests = DigestTable(clocked)
    digests.mark(digest_id, 10)
    assert digests.take(digest_id, 1)

    assert digests.mark(digest_id, 10) == 2

    digests.settle(digest_id, 1)
    assert list(CaseSweep(clocked).due_digests()) == [digest_id]


def test_one_worker_has_a_digest_until_it_lets_go_or_is_dead(
    clocked: Table, clock: Clock, digest_id: str
) -> None:
    digests = DigestTable(clocked)
    digests.mark(digest_id, 10)
    assert digests.take(digest_id, 1)
    with pytest.raises(BeingShownError):
        digests.take(digest_id, 1)

    clock.waits(timedelta(seconds=46))
    assert digests.take(digest_id, 1)
    digests.release(digest_id, 1)
    assert digests.take(digest_id, 1)


def test_who_has_lost_a_digest_does_not_write_it(
    clocked: Table, clock: Clock, digest_id: str
) -> None:
    digests = DigestTable(clocked)
    digests.mark(digest_id, 10)
    turn = digests.take(digest_id, 1)
    digests.mark(digest_id, 10)
    clock.waits(timedelta(seconds=46))
    digests.take(digest_id, 2)

    assert turn
    with pytest.raises(BeingShownError):
        digests.keep(turn.digest, 1)


def test_a_settled_digest_is_not_due(clocked: Table, digest_id: str) -> None:
    digests = DigestTable(clocked)
    digests.mark(digest_id, 10)
    digests.take(digest_id, 1)

    digests.settle(digest_id, 1)

    assert list(CaseSweep(clocked).due_digests()) == []


def test_a_full_digest_lets_no_more_in(clocked: Table, digest_id: str) -> None:
    digests = DigestTable(clocked)
    full = digests.get(digest_id)
    assert full

    digests.close(full)

    assert storm(clocked, 4)[-1].digest is None
