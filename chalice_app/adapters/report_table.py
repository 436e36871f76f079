"""Reports in the table: where each is in Slack, and if its e-mail was sent."""

from datetime import timedelta

from chalice_app.adapters.case_item import FORMAT, Item, place_in
from chalice_app.adapters.plain import from_text, to_text
from chalice_app.adapters.post_rights import PostRights
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import THERE, put
from chalice_app.domain.report import Report

_KEPT_FOR = timedelta(days=30)


def report_key(report_id: str) -> Item:
    return {"pk": f"REPORT#{report_id}", "sk": "REPORT"}


class ReportTable(PostRights):
    def __init__(self, table: Table) -> None:
        super().__init__(table, report_key)

    def begin(self, report_id: str) -> Report:
        """Keep a report with the table's time, once; give it as it is now."""
        item, now = self._table.dated(report_key(report_id))
        if item is None:
            new = Report(id=report_id, began_at=now)
            expires_at = int((now + _KEPT_FOR).timestamp())
            kept = {"format": FORMAT, "facts": to_text(new), "expires_at": expires_at}
            self._table.write(put({**report_key(report_id), **kept}))
            return new
        begun = from_text(Report, item["facts"])
        return Report(
            id=report_id,
            began_at=begun.began_at,
            place=place_in(item),
            noticed="noticed" in item,
        )

    def noticed(self, report_id: str) -> None:
        self._set(report_id, {"noticed": True}, THERE)
