"""What is written into the table is read back as it was."""

import json
from datetime import UTC, datetime

from hypothesis import given

from chalice_app.adapters.plain import from_text, to_text
from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.ledger import Entry
from tests.adapters import shapes


@given(shapes.cases)
def test_a_case_comes_back(case: Case) -> None:
    assert from_text(Case, to_text(case)) == case


@given(shapes.events)
def test_a_key_event_comes_back(event: KeyEvent) -> None:
    assert from_text(KeyEvent, to_text(event)) == event


@given(shapes.entries)
def test_a_ledger_entry_comes_back(entry: Entry) -> None:
    assert from_text(Entry, to_text(entry)) == entry


@given(shapes.cases)
def test_what_a_newer_release_has_added_is_passed_over(case: Case) -> None:
    newer = {**json.loads(to_text(case)), "newer": {"id": "x"}}

    assert from_text(Case, json.dumps(newer)) == case


def test_what_an_older_release_did_not_know_takes_its_default() -> None:
    older = json.dumps({"read_at": "2026-11-24T12:00:00+00:00", "state": "Disabled"})

    reading = from_text(KeyReading, older)

    assert reading == KeyReading(
        read_at=datetime(2026, 11, 24, 12, tzinfo=UTC), state=KeyState.DISABLED
    )
    assert isinstance(reading.state, KeyState)
