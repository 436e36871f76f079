"""The ledger of a case, and which of its consequences are already carried out."""

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import put, update
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.ledger import Entry


class CaseLedger:
    def __init__(self, table: Table) -> None:
        self._table = table

    def write(self, case_id: str, entry: Entry) -> Entry:
        """Add an entry, or find what an earlier delivery added."""
        self._table.write(put(lay.entry_item(case_id, entry)))
        return self.entry(case_id, entry.id) or entry

    def entry(self, case_id: str, entry_id: str) -> Entry | None:
        item = self._table.read(lay.entry_key(case_id, entry_id))
        return lay.entry_in(item) if item else None

    def mark(self, case_id: str, entry: Entry, step: str) -> None:
        """Note that one consequence of an entry is carried out."""
        key = lay.entry_key(case_id, entry.id)
        self._table.write(update(key, {f"done_{step}": True}))

    def untold(self, case_id: str, event: KeyEvent) -> bool:
        """Tell if the thread does not yet have this event's line."""
        item = self._table.read(lay.event_key(case_id, event.event_id))
        return item is not None and not item["told"]

    def told(self, case_id: str, event: KeyEvent) -> None:
        key = lay.event_key(case_id, event.event_id)
        self._table.write(update(key, {"told": True}, Attr("told").eq(False)))
