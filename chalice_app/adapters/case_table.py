"""Cases in the table: an event is recorded once, a change is applied to the newest."""

from collections.abc import Callable

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import NEW, Item, Write, put, update
from chalice_app.domain.case import Case, Unreadable, joined
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.opening import opened, opened_unreadable
from chalice_app.domain.phase import takes
from chalice_app.domain.watched import WATCHED
from chalice_app.errors import TryAgainError

_TRIES = 8


class CaseTable:
    def __init__(self, table: Table) -> None:
        self._table = table

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
            last = self._last(event)
            taker = self._taker(last, event)
            if taker:
                case = joined(lay.case_in(taker), event)
                done = self._join(case, event, int(taker["revision"]))
            elif WATCHED[event.name].opens:
                before = lay.case_in(last).id if last else None
                case = opened(event, ours=ours, previous=before)
                done = self._open(case, event)
            else:
                return None
            if done:
                return case
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
            if self._table.write(_changed(case, int(item["revision"]))):
                return case
        raise TryAgainError(case_id)

    def _last(self, event: KeyEvent) -> Item | None:
        pointer = self._table.read(lay.pointer_key(event.subject, event.event_id))
        return self._table.read(lay.head_key(pointer["case_id"])) if pointer else None

    def _taker(self, item: Item | None, event: KeyEvent) -> Item | None:
        """Find the case that takes an event; refused attempts hide none before them."""
        while item:
            case = lay.case_in(item)
            if takes(case, event):
                return item
            if case.trouble or case.previous is None:
                return None
            item = self._table.read(lay.head_key(case.previous))
        return None

    def _open(self, case: Case, event: KeyEvent) -> bool:
        pointer = lay.pointer_item(case, event.event_id)
        unchanged = Attr("case_id").eq(case.previous) if case.previous else NEW
        return self._table.write(
            put(lay.seen_item(case.id, event)),
            put(lay.head_item(case)),
            put(lay.event_item(case.id, event, told=True)),
            put(pointer, unchanged),
        )

    def _join(self, case: Case, event: KeyEvent, revision: int) -> bool:
        return self._table.write(
            put(lay.seen_item(case.id, event)),
            put(lay.event_item(case.id, event, told=False)),
            _changed(case, revision),
        )


def _changed(case: Case, revision: int) -> Write:
    """Write a case's facts; what others write beside them stays: place, leases."""
    facts = lay.head_facts(case)
    return update(
        lay.head_key(case.id),
        {**facts, "revision": revision + 1},
        Attr("revision").eq(revision),
        [name for name in lay.VANISHING if name not in facts],
    )
