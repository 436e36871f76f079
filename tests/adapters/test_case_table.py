"""Events join or open cases, once, though several workers write at the same time."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from chalice_app.adapters.case_rights import CaseRights
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.table import Table
from chalice_app.domain.case import Place, Unreadable, looked_at, looking
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent, read_event
from tests.fakes.news import record, refused
from tests.fakes.places import NOON

HOUR = timedelta(hours=1)


def event(name: str = "DisableKey", **changes: object) -> KeyEvent:
    return read_event(record(name, **changes))


@pytest.fixture
def cases(table: Table) -> CaseTable:
    return CaseTable(table)


def test_the_same_event_opens_one_case(cases: CaseTable) -> None:
    first = cases.record(event(id="same"), ours=True)

    again = cases.record(event(id="same"), ours=True)

    assert first == again
    assert first
    assert cases.get(first.id) == first


def test_a_change_leaves_what_others_write_beside_it(
    table: Table, cases: CaseTable
) -> None:
    case = cases.record(event(), ours=True)
    assert case
    rights = CaseRights(table)
    place = Place(channel="C1", ts="1.1")
    rights.placed(case.id, place)
    rights.shown(case.id, 1)
    assert rights.lease(case.id, "press")

    cases.change(case.id, partial(looking, user="U1"))

    after = cases.get(case.id)
    assert after
    assert (after.place, after.shown_version, after.version) == (place, 1, 2)
    assert not rights.lease(case.id, "another")


def test_a_younger_trouble_opens_the_next_case(cases: CaseTable) -> None:
    old = cases.record(event(), ours=True)
    assert old
    reading = KeyReading(read_at=NOON + HOUR, state=KeyState.ENABLED)
    cases.change(old.id, partial(looked_at, reading=reading))

    late = cases.record(event(at=NOON + HOUR / 2), ours=True)
    new = cases.record(event(at=NOON + 2 * HOUR), ours=True)
    after = cases.record(event("PutKeyPolicy", at=NOON + 3 * HOUR), ours=True)

    assert late
    assert late.id == old.id
    assert new
    assert new.previous == old.id
    assert after
    assert after.id == new.id


def test_a_refused_attempt_hides_no_case_before_it(cases: CaseTable) -> None:
    old = cases.record(event(), ours=True)
    assert old
    reading = KeyReading(read_at=NOON + HOUR, state=KeyState.ENABLED)
    cases.change(old.id, partial(looked_at, reading=reading))
    attempt = read_event(refused("ScheduleKeyDeletion", at=NOON + 2 * HOUR))
    cases.record(attempt, ours=True)

    receipt = cases.record(event("EnableKey", at=NOON + HOUR / 2), ours=True)
    new = cases.record(event(at=NOON + 3 * HOUR), ours=True)

    assert receipt
    assert receipt.id == old.id
    assert new
    assert new.id != old.id


def test_keys_without_a_name_do_not_share_a_case(cases: CaseTable) -> None:
    attempts = [
        refused("ScheduleKeyDeletion", resources=None, requestParameters=None)
        for _ in range(2)
    ]

    events = [read_event(it) for it in attempts]
    found = [cases.record(it, ours=True) for it in events]

    assert all(found)
    assert found[0] != found[1]


def test_an_unreadable_delivery_opens_one_case(cases: CaseTable) -> None:
    found = Unreadable(reason="no JSON.", excerpt="x", arrived_at=NOON)

    first = cases.record_unreadable(found, "delivery")
    again = cases.record_unreadable(replace(found, excerpt="other"), "delivery")

    assert first == again


def test_every_item_says_its_format_and_seen_ones_end(table: Table) -> None:
    case = CaseTable(table).record(event(id="e1"), ours=True)
    assert case

    seen = table.read({"pk": "SEEN#e1", "sk": "SEEN"}) or {}
    head = table.read({"pk": f"CASE#{case.id}", "sk": "HEAD"}) or {}
    assert seen["format"] == head["format"] == 1
    assert seen["expires_at"] == int((NOON + timedelta(days=30)).timestamp())
    assert "expires_at" not in head
