"""Several workers write at the same time, and none of them loses or repeats a thing."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import cast

import pytest

from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import Item, Write
from chalice_app.domain.case import Case, looking
from chalice_app.domain.key_event import KeyEvent, read_event
from chalice_app.errors import TryAgainError
from tests.fakes.news import record


def event(name: str = "DisableKey", **changes: object) -> KeyEvent:
    return read_event(record(name, **changes))


@pytest.fixture
def cases(table: Table) -> CaseTable:
    return CaseTable(table)


class Interrupted:
    """A table before whose next writes another worker is faster."""

    def __init__(self, real: Table, *others: Callable[[], object]) -> None:
        self._real = real
        self._others = list(others)

    def read(self, key: Item) -> Item | None:
        return self._real.read(key)

    def dated(self, key: Item) -> tuple[Item | None, datetime]:
        return self._real.dated(key)

    def write(self, *writes: Write) -> bool:
        if self._others:
            self._others.pop(0)()
        return self._real.write(*writes)


def slow(table: Table, *others: Callable[[], object]) -> CaseTable:
    return CaseTable(cast("Table", Interrupted(table, *others)))


def test_two_workers_with_one_event_open_one_case(
    table: Table, cases: CaseTable
) -> None:
    late = slow(table, lambda: cases.record(event(id="same"), ours=True))

    case = late.record(event(id="same"), ours=True)

    assert case
    assert case.version == 1


def test_two_workers_with_two_events_share_one_case(
    table: Table, cases: CaseTable
) -> None:
    late = slow(table, lambda: cases.record(event(), ours=True))

    case = late.record(event("ScheduleKeyDeletion"), ours=True)

    assert case
    assert case.version == 2
    assert case.trouble


def test_a_change_is_applied_to_the_newest(table: Table, cases: CaseTable) -> None:
    case = cases.record(event(), ours=True)
    assert case
    late = slow(table, lambda: cases.change(case.id, partial(looking, user="U1")))

    changed = late.change(case.id, partial(looking, user="U2"))

    assert changed.lookers == ("U1", "U2")
    assert changed.version == 3


def test_who_loses_every_race_leaves_it_to_the_next_delivery(
    table: Table, cases: CaseTable
) -> None:
    case = cases.record(event(), ours=True)
    assert case

    def another(number: int) -> Callable[[], Case]:
        return lambda: cases.change(case.id, partial(looking, user=f"U{number}"))

    late = slow(table, *(another(number) for number in range(20)))

    with pytest.raises(TryAgainError):
        late.change(case.id, partial(looking, user="U-late"))
