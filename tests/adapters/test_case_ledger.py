"""The ledger keeps the first word, and marks each consequence."""

from dataclasses import replace

import pytest

from chalice_app.adapters.case_ledger import CaseLedger
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.table import Table
from chalice_app.domain.key_event import read_event
from chalice_app.domain.ledger import Entry, Kind
from tests.fakes.news import record
from tests.fakes.places import NOON

ASKED = Entry(press_id="p1", kind=Kind.ASKED, at=NOON, user="U1", act="enable_key")


@pytest.fixture
def ledger(table: Table) -> CaseLedger:
    return CaseLedger(table)


def test_what_was_written_first_stays(ledger: CaseLedger) -> None:
    ledger.write("c1", ASKED)

    found = ledger.write("c1", replace(ASKED, user="U2"))

    assert found == ledger.entry("c1", ASKED.id) == ASKED


def test_entries_of_one_press_differ_by_kind(ledger: CaseLedger) -> None:
    proved = replace(ASKED, kind=Kind.PROVED, state="Enabled")

    ledger.write("c1", ASKED)
    ledger.write("c1", proved)

    assert ledger.entry("c1", ASKED.id) == ASKED
    assert ledger.entry("c1", proved.id) == proved
    assert ledger.entry("c2", proved.id) is None


def test_consequences_are_marked_one_by_one(ledger: CaseLedger) -> None:
    ledger.write("c1", ASKED)

    ledger.mark("c1", ASKED, "line")
    ledger.mark("c1", ASKED, "answer")

    assert ledger.write("c1", ASKED).done == {"line", "answer"}


def test_the_event_that_opens_needs_no_line_and_a_later_one_does(
    table: Table, ledger: CaseLedger
) -> None:
    opener, later = (read_event(record("DisableKey")) for _ in range(2))
    cases = CaseTable(table)
    case = cases.record(opener, ours=True)
    cases.record(later, ours=True)
    assert case

    assert not ledger.untold(case.id, opener)
    assert ledger.untold(case.id, later)
    ledger.told(case.id, later)
    assert not ledger.untold(case.id, later)
