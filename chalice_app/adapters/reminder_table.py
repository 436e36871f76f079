"""Reminders in the table, each an item of its own beside its case."""

from dataclasses import replace
from datetime import datetime

from chalice_app.adapters.case_item import FORMAT, Item, head_key, place_in
from chalice_app.adapters.plain import from_text, to_text
from chalice_app.adapters.post_rights import PostRights
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import put, update
from chalice_app.domain.reminder import Reminder, Sent


def reminder_key(reminder_id: str) -> Item:
    case_id = reminder_id.partition(".")[0]
    return {"pk": f"CASE#{case_id}", "sk": f"REMINDER#{reminder_id}"}


class ReminderTable(PostRights):
    def __init__(self, table: Table) -> None:
        super().__init__(table, reminder_key)

    def now(self, case_id: str) -> datetime:
        """Tell the table's time, by which holds and leases are judged."""
        return self._table.dated(head_key(case_id))[1]

    def begin(self, reminder: Reminder, *, checked: bool) -> Sent:
        """Keep it before it is sent, once, with the table's time."""
        item, now = self._table.dated(reminder_key(reminder.id))
        sent = Sent(reminder=reminder, checked=checked, began_at=now)
        if item is None:
            kept = {"format": FORMAT, "facts": to_text(sent), "notified": False}
            self._table.write(put({**reminder_key(reminder.id), **kept}))
        return self.get(reminder.id) or sent

    def get(self, reminder_id: str) -> Sent | None:
        item = self._table.read(reminder_key(reminder_id))
        return read_reminder(item) if item else None

    def notified(self, reminder_id: str) -> None:
        """Note that its e-mail is on its way."""
        self._table.write(update(reminder_key(reminder_id), {"notified": True}))


def read_reminder(item: Item) -> Sent:
    sent = from_text(Sent, item["facts"])
    return replace(sent, place=place_in(item), notified=item["notified"])
