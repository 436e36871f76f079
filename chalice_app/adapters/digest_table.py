"""Digests in the table: who draws one, when, and what Slack has of it."""

from datetime import datetime, timedelta

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters import digest_item as lay
from chalice_app.adapters.case_item import DUE, Item
from chalice_app.adapters.post_rights import PostRights
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import put, update
from chalice_app.domain.case_parts import Place
from chalice_app.domain.digest import Digest, Member
from chalice_app.domain.digest_turn import LASTS, LATE, Turn
from chalice_app.domain.storm import Window
from chalice_app.errors import BeingShownError

_LEASE = ("lease_turn", "lease_until")


class DigestTable(PostRights):
    def __init__(self, table: Table) -> None:
        super().__init__(table, lay.digest_key)

    def get(self, digest_id: str) -> Digest | None:
        item = self._table.read(lay.digest_key(digest_id))
        return lay.digest_in(item) if item else None

    def members(self, digest_id: str) -> tuple[Member, ...]:
        """Give all cases of a digest, each as it is now."""
        key = lay.digest_key(digest_id)
        return tuple(map(lay.member_in, self._table.under(key["pk"], lay.MEMBERS)))

    def mark(self, digest_id: str, seconds: int) -> int | None:
        """Mark a digest as due; give the number of the order, if it is to be sent.

        None while an order is on its way, or another worker sends one.
        """
        head, now = self._table.dated(lay.digest_key(digest_id))
        if head is None or ("due_at" in head and now < _due_at(head) + LATE):
            return None
        turn = int(head["turn"])
        due = lay.due_in(now + timedelta(seconds=seconds))
        values = {"turn": turn + 1, **due}
        marked = self._set(digest_id, values, Attr("turn").eq(turn))
        return turn + 1 if marked else None

    def take(self, digest_id: str, turn: int) -> Turn | None:
        """Begin the work of an order; None if a younger one has been given.

        Whatever changes from here on marks the digest anew. Raises BeingShownError
        while another worker is at it.
        """
        head, now = self._table.dated(lay.digest_key(digest_id))
        if head is None or int(head["turn"]) != turn:
            return None
        if not self._leased(head, turn, now):
            raise BeingShownError(digest_id)
        return Turn(number=turn, digest=lay.digest_in(head), now=now)

    def keep(self, digest: Digest, turn: int) -> None:
        """Keep what Slack has; raise BeingShownError if another worker took over."""
        facts = {"facts": lay.digest_facts(digest)}
        if not self._set(digest.id, facts, Attr("lease_turn").eq(turn)):
            raise BeingShownError(digest.id)

    def misplaced(self, digest_id: str, place: Place) -> None:
        """Forget a place whose message somebody has deleted."""
        there = Attr("ts").eq(place.ts)
        gone = ("channel", "ts", "post_attempt", "post_until")
        self._table.write(update(lay.digest_key(digest_id), {}, there, gone))

    def settle(self, digest_id: str, turn: int) -> None:
        """Note that Slack has it all, unless somebody has marked it since."""
        undone = Attr("turn").eq(turn) & Attr("due_at").not_exists()
        self._table.write(update(lay.digest_key(digest_id), {}, undone, DUE))

    def close(self, digest: Digest) -> None:
        """Let no more cases in: what comes is counted anew."""
        item = self._table.read(lay.window_key(digest.window))
        window, revision = lay.window_in(item)
        if window.digest == digest.id:
            emptied = lay.window_item(digest.window, Window(), revision + 1)
            self._table.write(put(emptied, Attr("revision").eq(revision)))

    def release(self, digest_id: str, turn: int) -> None:
        mine = Attr("lease_turn").eq(turn)
        self._table.write(update(lay.digest_key(digest_id), {}, mine, _LEASE))

    def _leased(self, head: Item, turn: int, now: datetime) -> bool:
        lapsed = Attr("lease_until").lt(now.isoformat())
        free = Attr("lease_until").not_exists() | lapsed
        unchanged = Attr("turn").eq(turn) & Attr("facts").eq(head["facts"])
        values = {"lease_turn": turn, "lease_until": (now + LASTS).isoformat()}
        key = {it: head[it] for it in ("pk", "sk")}
        return self._table.write(update(key, values, free & unchanged, ("due_at",)))


def _due_at(head: Item) -> datetime:
    return datetime.fromisoformat(head["due_at"])
