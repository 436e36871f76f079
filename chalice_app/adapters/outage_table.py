"""What the sweep has seen of Reprieve's own parts, and the outage that is told."""

from datetime import timedelta

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters.case_item import FORMAT, Item, place_in
from chalice_app.adapters.plain import from_text, to_text
from chalice_app.adapters.post_rights import PostRights
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import NEW, put
from chalice_app.domain.case_parts import Place
from chalice_app.domain.watcher.outage import Outage, Watch
from chalice_app.errors import TryAgainError

_KEPT_FOR = timedelta(days=90)
_WATCH: Item = {"pk": "WATCH", "sk": "WATCH"}


def outage_key(outage: str) -> Item:
    return {"pk": f"WATCH#{outage}", "sk": "OUTAGE"}


class OutageTable(PostRights):
    def __init__(self, table: Table) -> None:
        super().__init__(table, outage_key)

    def watch(self) -> Watch:
        item = self._table.read(_WATCH)
        return from_text(Watch, item["facts"]) if item else Watch()

    def keep(self, before: Watch, after: Watch) -> None:
        """Keep what is new; raise TryAgainError where another sweep was faster."""
        item = {**_WATCH, "format": FORMAT, "facts": to_text(after)}
        same = Attr("facts").eq(to_text(before))
        if not self._table.write(put(item, NEW | same)):
            raise TryAgainError("watch: changed meanwhile")

    def begin(self, outage: Outage) -> None:
        """Keep what one has to hold to post about an outage, once."""
        item, now = self._table.dated(outage_key(outage.id))
        if item is None:
            expires_at = int((now + _KEPT_FOR).timestamp())
            kept = {"format": FORMAT, "expires_at": expires_at}
            self._table.write(put({**outage_key(outage.id), **kept}))

    def place(self, outage: str) -> Place | None:
        item = self._table.read(outage_key(outage))
        return place_in(item) if item else None
