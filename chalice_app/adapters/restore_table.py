"""Reviews and restores of many keys in the table, apart from all cases."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters.case_item import DUE, FORMAT, Item
from chalice_app.adapters.plain import from_text, to_text
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import put, update
from chalice_app.domain.restore_many import ended
from chalice_app.domain.restore_parts import Progress, Restore
from chalice_app.domain.review import Review

_SHARD = "restore"  # of the index of what is due: no case's shard
# Longer than a Lambda lives (30 s).
LEASE_LASTS = timedelta(seconds=45)
_REVIEW_KEPT_FOR = timedelta(days=1)


def review_key(review_id: str) -> Item:
    return {"pk": f"REVIEW#{review_id}", "sk": "REVIEW"}


def order_key(restore_id: str) -> Item:
    """Key of what was asked for, which never changes."""
    return {"pk": f"RESTORE#{restore_id}", "sk": "ORDER"}


def progress_key(restore_id: str) -> Item:
    return {"pk": f"RESTORE#{restore_id}", "sk": "PROGRESS"}


class RestoreTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def list(self, review: Review, at: datetime) -> Review:
        """Keep which keys are listed, or find what an earlier delivery has listed."""
        key = review_key(review.id)
        expires_at = int((at + _REVIEW_KEPT_FOR).timestamp())
        kept = {"format": FORMAT, "facts": to_text(review), "expires_at": expires_at}
        self._table.write(put({**key, **kept}))
        return self.listed(review.id) or review

    def listed(self, review_id: str) -> Review | None:
        item = self._table.read(review_key(review_id))
        return from_text(Review, item["facts"]) if item else None

    def begin(self, restore: Restore, progress: Progress) -> Progress:
        """Keep what is asked for, once; give how far it is."""
        order = {**order_key(restore.id), "format": FORMAT, "facts": to_text(restore)}
        due = dict(zip(DUE, (_SHARD, restore.asked_at.isoformat()), strict=True))
        start = {**progress_key(restore.id), "format": FORMAT, **_laid(progress), **due}
        self._table.write(put(order), put(start))
        return self.progress(restore.id) or progress

    def get(self, restore_id: str) -> Restore | None:
        item = self._table.read(order_key(restore_id))
        return from_text(Restore, item["facts"]) if item else None

    def progress(self, restore_id: str) -> Progress | None:
        item = self._table.read(progress_key(restore_id))
        return from_text(Progress, item["facts"]) if item else None

    def unfinished(self) -> Iterator[str]:
        """Name every restore that has not ended, for the sweep."""
        for item in list(self._table.due(_SHARD)):
            yield item["pk"].removeprefix("RESTORE#")

    def take(self, restore_id: str, step: int, holder: str) -> datetime | None:
        """Take the right to do a step, and give the table's time.

        None if the step is done, or another message's worker is doing it. A message
        of the queue that is delivered again takes its own right over.
        """
        key = progress_key(restore_id)
        _, now = self._table.dated(key)
        free = Attr("lease_by").not_exists() | Attr("lease_until").lt(now.isoformat())
        mine = free | Attr("lease_by").eq(holder)
        lease = {
            "lease_by": holder,
            "lease_until": (now + LEASE_LASTS).isoformat(),
        }
        taken = self._table.write(update(key, lease, Attr("step").eq(step) & mine))
        return now if taken else None

    def note(self, restore_id: str, progress: Progress, holder: str) -> bool:
        """Note what a step has done, and end the right to it."""
        mine = Attr("step").eq(progress.step - 1) & Attr("lease_by").eq(holder)
        gone = ("lease_by", "lease_until", *(DUE if ended(progress) else ()))
        key = progress_key(restore_id)
        return self._table.write(update(key, _laid(progress), mine, gone))


def _laid(progress: Progress) -> dict[str, object]:
    return {"facts": to_text(progress), "step": progress.step}
