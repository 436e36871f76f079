"""What the sweep has to look at, and what it knows from the time before."""

from datetime import timedelta
from functools import partial

import pytest

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.case_rights import CaseRights
from chalice_app.adapters.case_sweep import CaseSweep
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.table import Table
from chalice_app.domain.case import looked_at, looking
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent, read_event
from chalice_app.domain.subject import key_from_arn
from tests.fakes.news import record
from tests.fakes.places import KEY, NOON

HOUR = timedelta(hours=1)
DYING = KeyReading(read_at=NOON, state=KeyState.PENDING_DELETION)


def event(name: str = "DisableKey", **changes: object) -> KeyEvent:
    return read_event(record(name, **changes))


@pytest.fixture
def cases(table: Table) -> CaseTable:
    return CaseTable(table)


def test_only_the_sweep_takes_a_case_out_of_the_index(
    table: Table, cases: CaseTable
) -> None:
    case = cases.record(event(), ours=True)
    assert case
    sweeping, rights = CaseSweep(table), CaseRights(table)
    reading = KeyReading(read_at=NOON + HOUR, state=KeyState.ENABLED)

    over = cases.change(case.id, partial(looked_at, reading=reading))
    sweeping.close(case.id)
    assert [it.id for it in sweeping.due()] == [case.id]  # Slack does not have it yet

    rights.shown(case.id, over.version)
    sweeping.close(case.id)
    assert list(sweeping.due()) == []
    assert (table.read(lay.head_key(case.id)) or {})["state"] == "Enabled"

    cases.change(case.id, partial(looking, user="U1"))
    assert [it.id for it in sweeping.due()] == [case.id]


def test_a_key_is_found_once_and_not_beside_an_open_case(
    table: Table, cases: CaseTable
) -> None:
    sweeping, key = CaseSweep(table), key_from_arn(KEY)

    found = sweeping.find(key, DYING)
    assert found
    assert sweeping.find(key, DYING) is None

    joined = cases.record(event("ScheduleKeyDeletion"), ours=True)
    assert joined
    assert joined.id == found.id


def test_a_key_whose_last_case_is_over_is_found_again(
    table: Table, cases: CaseTable
) -> None:
    sweeping, key = CaseSweep(table), key_from_arn(KEY)
    over = cases.record(event(), ours=True)
    assert over
    reading = KeyReading(read_at=NOON + HOUR, state=KeyState.ENABLED)
    case = cases.change(over.id, partial(looked_at, reading=reading))
    assert sweeping.find(key, DYING) is None  # the sweep still looks at it
    CaseRights(table).shown(case.id, case.version)
    sweeping.close(case.id)

    found = sweeping.find(key, DYING)

    assert found
    assert found.previous == over.id
