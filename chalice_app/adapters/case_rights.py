"""Who may post a case's message, who may act on its key, and what Slack shows."""

from datetime import timedelta

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.post_rights import PostRights
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import update

LEASE_LASTS = timedelta(seconds=90)


class CaseRights(PostRights):
    def __init__(self, table: Table) -> None:
        super().__init__(table, lay.head_key)

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
