"""How a key was set up when its case opened, kept beside the case."""

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.plain import from_text, to_text
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import put
from chalice_app.domain.before import Before


class CaseBefore:
    def __init__(self, table: Table) -> None:
        self._table = table

    def keep(self, case_id: str, before: Before) -> None:
        """Keep what was read first: what comes later is no before."""
        facts = {"format": lay.FORMAT, "facts": to_text(before)}
        self._table.write(put({**lay.before_key(case_id), **facts}))

    def kept(self, case_id: str) -> Before | None:
        item = self._table.read(lay.before_key(case_id))
        return from_text(Before, item["facts"]) if item else None
