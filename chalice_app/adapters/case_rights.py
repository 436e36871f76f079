"""Who may post a case's message, who may act on its key, and what Slack shows."""

from datetime import datetime, timedelta

from boto3.dynamodb.conditions import Attr, ConditionBase

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.table import THERE, Table, update
from chalice_app.domain.case import Place
from chalice_app.errors import BeingShownError
from chalice_app.ports import Delivery

LEASE_LASTS = timedelta(seconds=90)
# Lambda hands news over three times within some five minutes; then it is given up.
POST_LASTS = timedelta(minutes=10)


class CaseRights:
    def __init__(self, table: Table) -> None:
        self._table = table

    def claim_post(self, case_id: str, delivery: Delivery) -> None:
        """Take the right to post; raise BeingShownError while another holds it.

        It ends by itself, or a delivery that was given up would silence its case.
        """
        mine = Attr("post_attempt").not_exists() | Attr("post_attempt").eq(delivery.id)
        lapsed = Attr("post_until").lt(delivery.at.isoformat())
        until = (delivery.at + POST_LASTS).isoformat()
        claim = {"post_attempt": delivery.id, "post_until": until}
        if not self._set(case_id, claim, Attr("ts").not_exists() & (mine | lapsed)):
            raise BeingShownError(case_id)

    def placed(self, case_id: str, place: Place) -> None:
        """Keep where the message is; the first place stays."""
        where = {"channel": place.channel, "ts": place.ts}
        self._set(case_id, where, Attr("ts").not_exists())

    def shown(self, case_id: str, version: int) -> None:
        """Note what Slack has; an older version never hides a newer one."""
        older = {"shown_version": version}
        self._set(case_id, older, Attr("shown_version").lt(version))

    def lease(self, case_id: str, press_id: str, at: datetime) -> bool:
        """Take the right to act for 90 seconds; False while another press holds it.

        A press delivered again takes its own lease over.
        """
        free = Attr("lease_press").not_exists() | Attr("lease_until").lt(at.isoformat())
        until = (at + LEASE_LASTS).isoformat()
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
