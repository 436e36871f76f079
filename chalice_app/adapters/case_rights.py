"""Who may post a case's message, who may act on its key, and what Slack shows."""

from datetime import timedelta

from boto3.dynamodb.conditions import Attr, ConditionBase

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import THERE, update
from chalice_app.domain.case import Place
from chalice_app.domain.posting import POST_LASTS, PostRight, claim
from chalice_app.errors import BeingShownError

LEASE_LASTS = timedelta(seconds=90)
_UNCLAIMED = Attr("post_attempt").not_exists()


class CaseRights:
    """All leases are judged by the table's own clock, the same for every worker."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def claim_post(self, case_id: str) -> PostRight:
        """Take the right to post; raise BeingShownError while another holds it."""
        head, now = self._table.dated(lay.head_key(case_id))
        right = claim(lay.post_lease_in(head or {}), now)
        if right is None:
            raise BeingShownError(case_id)
        before = right.attempt - 1
        unchanged = Attr("post_attempt").eq(before) if before else _UNCLAIMED
        until = (now + POST_LASTS).isoformat()
        values = {"post_attempt": right.attempt, "post_until": until}
        if not self._set(case_id, values, Attr("ts").not_exists() & unchanged):
            raise BeingShownError(case_id)
        return right

    def give_back(self, case_id: str, right: PostRight) -> None:
        """Let the next worker post at once: Slack has surely not taken our post."""
        mine = Attr("post_attempt").eq(right.attempt)
        gone = ("post_attempt", "post_until")
        self._table.write(update(lay.head_key(case_id), {}, mine, gone))

    def placed(self, case_id: str, place: Place) -> Place:
        """Keep where the message is; give the place that was first."""
        where = {"channel": place.channel, "ts": place.ts}
        if self._set(case_id, where, Attr("ts").not_exists()):
            return place
        first = self._table.read(lay.head_key(case_id))
        return (lay.place_in(first) if first else None) or place

    def misplaced(self, case_id: str, place: Place) -> None:
        """Forget a place whose message somebody has deleted."""
        there = Attr("ts").eq(place.ts)
        gone = ("channel", "ts", "post_attempt", "post_until")
        self._table.write(update(lay.head_key(case_id), {}, there, gone))

    def shown(self, case_id: str, version: int) -> None:
        """Note what Slack has; an older version never hides a newer one."""
        older = {"shown_version": version}
        self._set(case_id, older, Attr("shown_version").lt(version))

    def lease(self, case_id: str, press_id: str) -> bool:
        """Take the right to act for 90 seconds; False while another press holds it.

        A press delivered again takes its own lease over, and has it for longer.
        """
        _, now = self._table.dated(lay.head_key(case_id))
        lapsed = Attr("lease_until").lt(now.isoformat())
        free = Attr("lease_press").not_exists() | lapsed
        until = (now + LEASE_LASTS).isoformat()
        return self._set(
            case_id,
            {"lease_press": press_id, "lease_until": until},
            free | Attr("lease_press").eq(press_id),
        )

    def release(self, case_id: str, press_id: str) -> None:
        mine = Attr("lease_press").eq(press_id)
        gone = ("lease_press", "lease_until")
        self._table.write(update(lay.head_key(case_id), {}, mine, gone))

    def _set(self, case_id: str, values: lay.Item, when: ConditionBase) -> bool:
        return self._table.write(update(lay.head_key(case_id), values, THERE & when))
