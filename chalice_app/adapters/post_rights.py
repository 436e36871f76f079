"""Who may post the one message of a case, or of whatever has one, and where it is."""

from collections.abc import Callable

from boto3.dynamodb.conditions import Attr, ConditionBase

from chalice_app.adapters.case_item import Item, place_in, post_lease_in
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import THERE, update
from chalice_app.domain.case_parts import Place
from chalice_app.domain.posting import POST_LASTS, PostRight, claim
from chalice_app.errors import BeingShownError

_UNCLAIMED = Attr("post_attempt").not_exists()


class PostRights:
    """All leases are judged by the table's own clock, the same for every worker."""

    def __init__(self, table: Table, key: Callable[[str], Item]) -> None:
        self._table = table
        self._key = key

    def claim_post(self, item_id: str) -> PostRight:
        """Take the right to post; raise BeingShownError while another holds it."""
        head, now = self._table.dated(self._key(item_id))
        right = claim(post_lease_in(head or {}), now)
        if right is None:
            raise BeingShownError(item_id)
        before = right.attempt - 1
        unchanged = Attr("post_attempt").eq(before) if before else _UNCLAIMED
        until = (now + POST_LASTS).isoformat()
        values = {"post_attempt": right.attempt, "post_until": until}
        if not self._set(item_id, values, Attr("ts").not_exists() & unchanged):
            raise BeingShownError(item_id)
        return right

    def give_back(self, item_id: str, right: PostRight) -> None:
        """Let the next worker post at once: Slack has surely not taken our post."""
        mine = Attr("post_attempt").eq(right.attempt)
        gone = ("post_attempt", "post_until")
        self._table.write(update(self._key(item_id), {}, mine, gone))

    def placed(self, item_id: str, place: Place) -> Place:
        """Keep where the message is; give the place that was first."""
        where = {"channel": place.channel, "ts": place.ts}
        if self._set(item_id, where, Attr("ts").not_exists()):
            return place
        first = self._table.read(self._key(item_id))
        return (place_in(first) if first else None) or place

    def misplaced(self, item_id: str, place: Place) -> None:
        """Forget a place whose message somebody has deleted."""
        there = Attr("ts").eq(place.ts)
        gone = ("channel", "ts", "post_attempt", "post_until")
        self._table.write(update(self._key(item_id), {}, there, gone))

    def _set(self, item_id: str, values: Item, when: ConditionBase) -> bool:
        return self._table.write(update(self._key(item_id), values, THERE & when))
