"""Cases in the table: an event is recorded once, a change is applied to the newest."""

from collections.abc import Callable
from functools import partial

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.storm_windows import StormWindows, member_write
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import NEW, Item, Write, put, update
from chalice_app.domain.case import Case, Unreadable
from chalice_app.domain.joining import Find, recorded
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.opening import opened_unreadable
from chalice_app.domain.storm_rule import USUAL, StormRule
from chalice_app.errors import TryAgainError

_TRIES = 8
Heads = dict[str, Item]


class CaseTable:
    def __init__(self, table: Table, rule: StormRule = USUAL) -> None:
        self._table = table
        self._storms = StormWindows(table, rule)

    def get(self, case_id: str) -> Case | None:
        item = self._table.read(lay.head_key(case_id))
        return lay.case_in(item) if item else None

    def record(self, event: KeyEvent, *, ours: bool) -> Case | None:
        """Put an event into its case, once; None if it follows no open case.

        Raises TryAgainError when other deliveries win every race.
        """
        for _ in range(_TRIES):
            seen = self._table.read(lay.seen_key(event.event_id))
            if seen:
                return self.get(seen["case_id"])
            heads: Heads = {}
            find = partial(self._find, heads)
            case = recorded(event, self._last(event, find), find, ours=ours)
            if case is None:
                return None
            opens = case.opener is event
            kept = self._open(case, event) if opens else self._join(case, event, heads)
            if kept:
                return kept
        raise TryAgainError(event.event_id)

    def record_unreadable(self, found: Unreadable, delivery: str) -> Case:
        """Open a case for an unreadable delivery, or find the one it has opened."""
        case = opened_unreadable(found, delivery)
        self._table.write(put(lay.head_item(case)))
        return self.get(case.id) or case

    def change(self, case_id: str, how: Callable[[Case], Case]) -> Case:
        """Apply a pure change to the newest version; raise TryAgainError."""
        for _ in range(_TRIES):
            item = self._table.read(lay.head_key(case_id))
            if item is None:
                break
            case = how(lay.case_in(item))
            if self._table.write(*_changed(case, int(item["revision"]))):
                return case
        raise TryAgainError(case_id)

    def _last(self, event: KeyEvent, find: Find) -> Case | None:
        pointer = self._table.read(lay.pointer_key(event.subject, event.event_id))
        return find(pointer["case_id"]) if pointer else None

    def _find(self, heads: Heads, case_id: str) -> Case | None:
        """Read a case, and keep it as it lay there: what is written must follow it."""
        item = self._table.read(lay.head_key(case_id))
        if item is None:
            return None
        heads[case_id] = item
        return lay.case_in(item)

    def _open(self, case: Case, event: KeyEvent) -> Case | None:
        pointer = lay.pointer_item(case, event.event_id)
        unchanged = Attr("case_id").eq(case.previous) if case.previous else NEW
        case, storm = self._storms.admitted(case)
        opened = self._table.write(
            put(lay.seen_item(case.id, event)),
            put(lay.head_item(case)),
            put(lay.event_item(case.id, event, told=True)),
            put(pointer, unchanged),
            *storm,
        )
        return case if opened else None

    def _join(self, case: Case, event: KeyEvent, heads: Heads) -> Case | None:
        revision = int(heads[case.id]["revision"])
        told = case.digest is not None  # a storm has no line for each event
        joined = self._table.write(
            put(lay.seen_item(case.id, event)),
            put(lay.event_item(case.id, event, told=told)),
            *_changed(case, revision),
        )
        return case if joined else None


def _changed(case: Case, revision: int) -> tuple[Write, ...]:
    """Write a case's facts; what others write beside them stays: place, leases."""
    facts = lay.head_facts(case)
    head = update(
        lay.head_key(case.id),
        {**facts, "revision": revision + 1},
        Attr("revision").eq(revision),
        [name for name in lay.VANISHING if name not in facts],
    )
    return (head, *member_write(case))
