"""The inventory in the table: how far it is, and what the one before has seen."""

from datetime import datetime, timedelta

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters.case_item import FORMAT, Item
from chalice_app.adapters.plain import from_text, to_text
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import NEW, THERE, put
from chalice_app.domain.inventory import Inventory
from chalice_app.domain.subject import Subject

_KEY: Item = {"pk": "SWEEP", "sk": "INVENTORY"}
# Before there were inventories, one item named the keys that were disabled.
_BEFORE: Item = {"pk": "SWEEP", "sk": "DISABLED"}
_KEPT_FOR = timedelta(days=30)


class InventoryTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self) -> Inventory | None:
        item = self._table.read(_KEY)
        return from_text(Inventory, item["facts"]) if item else None

    def put(self, inventory: Inventory) -> bool:
        """Keep it, unless somebody else has changed it since it was read."""
        before = inventory.revision - 1
        facts = {"format": FORMAT, "revision": inventory.revision}
        item = {**_KEY, **facts, "facts": to_text(inventory)}
        return self._table.write(
            put(item, Attr("revision").eq(before) if before else NEW)
        )

    def known_before(self) -> frozenset[str] | None:
        item = self._table.read(_BEFORE)
        return frozenset(item["keys"]) if item else None

    def disabled_in(self, key: Subject) -> int | None:
        item = self._table.read(_of(key, "DISABLED"))
        return int(item["inventory"]) if item else None

    def note_disabled(self, key: Subject, number: int, at: datetime) -> None:
        self._note(key, "DISABLED", at, inventory=number)

    def had_material(self, key: Subject) -> bool:
        return self._table.read(_of(key, "MATERIAL")) is not None

    def note_material(self, key: Subject, at: datetime) -> None:
        self._note(key, "MATERIAL", at)

    def _note(self, key: Subject, what: str, at: datetime, **facts: int) -> None:
        """Remember it for 30 days after it was last so; each inventory says it anew."""
        expires_at = int((at + _KEPT_FOR).timestamp())
        item = {**_of(key, what), "format": FORMAT, "expires_at": expires_at, **facts}
        self._table.write(put(item, THERE | NEW))


def _of(key: Subject, what: str) -> Item:
    return {"pk": f"KEY#{key.arn}", "sk": what}
