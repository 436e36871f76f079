"""A reminder lies beside its case, with the table's time, and is posted by one."""

from datetime import UTC, datetime, timedelta

import pytest

from chalice_app.adapters.reminder_table import ReminderTable, reminder_key
from chalice_app.adapters.table import Table
from chalice_app.domain.posting import PostRight
from chalice_app.domain.reminder import Reminder, Sent
from chalice_app.domain.reminder_plan import Danger
from chalice_app.errors import BeingShownError
from tests.adapters.clock import Clock
from tests.shapes import PLACE

DUE = Reminder(
    case_id="0123456789",
    danger=Danger.DELETION,
    at=datetime(2026, 12, 24, 12, tzinfo=UTC),
    hours=24,
    aloud=True,
    last=False,
)


def test_it_is_kept_once_with_the_tables_time(clocked: Table, clock: Clock) -> None:
    reminders = ReminderTable(clocked)
    began = clock.now.replace(microsecond=0)
    first = reminders.begin(DUE, checked=False)
    clock.now += timedelta(hours=1)

    assert first == Sent(reminder=DUE, checked=False, began_at=began)
    assert reminders.begin(DUE, checked=True) == first == reminders.get(DUE.id)
    assert reminders.now(DUE.case_id) == began + timedelta(hours=1)
    assert reminders.get("0123456789.other") is None


def test_it_lies_beside_its_case_and_says_its_format(clocked: Table) -> None:
    ReminderTable(clocked).begin(DUE, checked=True)

    item = clocked.read(reminder_key(DUE.id))
    assert item
    assert item["pk"] == "CASE#0123456789"
    assert item["format"] == 1


def test_one_worker_posts_and_each_way_is_noted(clocked: Table) -> None:
    reminders = ReminderTable(clocked)
    reminders.begin(DUE, checked=True)
    assert reminders.claim_post(DUE.id) == PostRight(attempt=1, look_first=False)
    with pytest.raises(BeingShownError):
        reminders.claim_post(DUE.id)

    assert reminders.placed(DUE.id, PLACE) == PLACE
    reminders.notified(DUE.id)

    sent = reminders.get(DUE.id)
    assert sent
    assert (sent.place, sent.notified) == (PLACE, True)
