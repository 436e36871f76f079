"""Changes of Reprieve's own parts in the table, batch by batch; they expire."""

from dataclasses import replace
from datetime import timedelta

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters.case_item import FORMAT, Item, place_in
from chalice_app.adapters.plain import from_text, to_text
from chalice_app.adapters.post_rights import PostRights
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import put, update
from chalice_app.domain.watcher.batch import Batch, batch_id, joined
from chalice_app.domain.watcher.change import Change
from chalice_app.errors import TryAgainError

_KEPT_FOR = timedelta(days=30)
_TRIES = 5


def batch_key(batch: str) -> Item:
    return {"pk": f"CHANGES#{batch}", "sk": "CHANGES"}


class ChangeTable(PostRights):
    def __init__(self, table: Table) -> None:
        super().__init__(table, batch_key)

    def add(self, change: Change) -> Batch:
        """Put a change into its batch, once, whoever else does so at the same time."""
        for _ in range(_TRIES):
            batch = self._added(change)
            if batch:
                return batch
        raise TryAgainError("table: busy")

    def get(self, batch: str) -> Batch | None:
        item = self._table.read(batch_key(batch))
        return _read(item) if item else None

    def shown(self, batch: Batch) -> None:
        """Note that Slack has this revision, and has told of these kinds of parts."""
        said = list(dict.fromkeys((*batch.said, *batch.silences)))
        older = Attr("shown").lt(batch.revision) | Attr("shown").not_exists()
        self._set(batch.id, {"shown": batch.revision, "said": said}, older)

    def _added(self, change: Change) -> Batch | None:
        key = batch_key(batch_id(change))
        item, now = self._table.dated(key)
        before = _read(item) if item else Batch(id=batch_id(change), began_at=now)
        after = joined(before, change)
        if after == before:
            return before
        facts = {"facts": _facts(after), "revision": after.revision}
        if item:
            same = Attr("revision").eq(before.revision)
            done = self._table.write(update(key, facts, same))
        else:
            expires_at = int((now + _KEPT_FOR).timestamp())
            kept = {"format": FORMAT, "expires_at": expires_at}
            done = self._table.write(put({**key, **facts, **kept}))
        return after if done else None


def _facts(batch: Batch) -> str:
    """Write what a change changes; the rest has attributes of its own."""
    return to_text(replace(batch, place=None, shown=0, revision=0, said=()))


def _read(item: Item) -> Batch:
    return replace(
        from_text(Batch, item["facts"]),
        place=place_in(item),
        shown=int(item.get("shown", 0)),
        revision=int(item["revision"]),
        said=tuple(item.get("said", ())),
    )
