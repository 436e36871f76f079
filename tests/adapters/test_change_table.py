"""Changes of Reprieve itself lie in batches, each once, and end by themselves."""

from dataclasses import replace
from datetime import timedelta

from chalice_app.adapters.change_table import ChangeTable, batch_key
from chalice_app.adapters.table import Table
from chalice_app.domain.watcher.change import Change
from tests.adapters.clock import Clock
from tests.fakes.places import NOON
from tests.shapes import PLACE

DISABLED = Change(
    id="e-1", name="DisableRule", part="r", principal="p", who="ada", at=NOON
)
STOPPED = replace(DISABLED, id="e-2", name="StopLogging", part="t")


def test_a_change_joins_its_batch_once(table: Table) -> None:
    changes = ChangeTable(table)
    first = changes.add(DISABLED)

    assert changes.add(DISABLED) == first
    both = changes.add(STOPPED)
    assert both == changes.get(first.id)
    assert {it.id for it in both.changes} == {"e-1", "e-2"}
    assert (first.revision, both.revision) == (1, 2)


def test_what_is_shown_and_said_is_kept_and_never_goes_back(table: Table) -> None:
    changes = ChangeTable(table)
    first = changes.add(DISABLED)
    changes.claim_post(first.id)
    changes.placed(first.id, PLACE)
    both = changes.add(STOPPED)
    changes.shown(both)
    changes.shown(first)

    found = changes.get(first.id)
    assert found
    assert (found.place, found.shown, found.unsaid) == (PLACE, 2, ())
    assert set(found.said) == {"rule", "trail"}


def test_it_expires_after_a_month_by_the_tables_clock(
    clocked: Table, clock: Clock
) -> None:
    batch = ChangeTable(clocked).add(DISABLED)

    item = clocked.read(batch_key(batch.id))
    assert item
    month = clock.now.replace(microsecond=0) + timedelta(days=30)
    assert item["expires_at"] == month.timestamp()
