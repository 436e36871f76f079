"""Drills in the table: apart from all cases, and forgotten by themselves."""

from dataclasses import replace
from datetime import timedelta

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters.case_item import FORMAT, Item, place_in
from chalice_app.adapters.plain import from_text, to_text
from chalice_app.adapters.post_rights import PostRights
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import put
from chalice_app.domain.drill import Drill, DrillNews, DrillPress
from chalice_app.domain.press import Press

_KEPT_FOR = timedelta(days=7)


def drill_key(drill_id: str) -> Item:
    return {"pk": f"DRILL#{drill_id}", "sk": "DRILL"}


class DrillTable(PostRights):
    def __init__(self, table: Table) -> None:
        super().__init__(table, drill_key)

    def begin(self, news: DrillNews) -> Drill:
        """Keep a drill with the table's time, once."""
        item, now = self._table.dated(drill_key(news.id))
        if item is None:
            facts = to_text(Drill(news=news, began_at=now))
            expires_at = int((now + _KEPT_FOR).timestamp())
            kept = {"format": FORMAT, "facts": facts, "expires_at": expires_at}
            self._table.write(put({**drill_key(news.id), **kept}))
        return self.get(news.id) or Drill(news=news, began_at=now)

    def get(self, drill_id: str) -> Drill | None:
        item = self._table.read(drill_key(drill_id))
        return read_drill(item) if item else None

    def pressed(self, press: Press) -> Drill | None:
        """Keep a press with the table's time, if it is the drill's first."""
        _, now = self._table.dated(drill_key(press.case_id))
        first = DrillPress(
            user=press.user,
            pressed_at=press.pressed_at,
            queued_at=press.queued_at,
            received_at=press.received_at,
            done_at=now,
        )
        unpressed = Attr("press").not_exists()
        self._set(press.case_id, {"press": to_text(first)}, unpressed)
        return self.get(press.case_id)


def read_drill(item: Item) -> Drill:
    press = from_text(DrillPress, item["press"]) if "press" in item else None
    drill = from_text(Drill, item["facts"])
    return replace(drill, place=place_in(item), press=press)
