"""How far an inventory is, and what it remembers of keys, one small item each."""

from datetime import timedelta

from chalice_app.adapters.case_item import FORMAT
from chalice_app.adapters.inventory_table import InventoryTable
from chalice_app.adapters.report_table import ReportTable, report_key
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import put
from chalice_app.domain.inventory import begun, taken_up, turned
from chalice_app.domain.key_page import KeyPage, Tally
from chalice_app.domain.subject import key_from_arn
from tests.fakes.places import KEY, NOON

SUBJECT = key_from_arn(KEY)
NEW = begun(None, NOON, "eu-west-1", first=True)
MONTH = timedelta(days=30)


def test_it_comes_back_as_it_was(table: Table) -> None:
    inventories = InventoryTable(table)
    tally = Tally(keys=3, disabled=1, disabled_named=(KEY,))
    done = turned(NEW, KeyPage(read_at=NOON, keys=(), marker=None), tally)

    assert inventories.get() is None
    assert inventories.put(NEW)
    assert inventories.put(done)

    assert inventories.get() == done
    assert done.untold


def test_of_two_who_go_on_from_the_same_place_one_does(table: Table) -> None:
    inventories = InventoryTable(table)
    assert inventories.put(NEW)
    assert not inventories.put(NEW)

    page = KeyPage(read_at=NOON, keys=(), marker="m")
    assert inventories.put(turned(NEW, page, Tally()))
    assert not inventories.put(taken_up(NEW, NOON))


def test_a_key_is_remembered_for_30_days_with_the_last_inventory(table: Table) -> None:
    inventories = InventoryTable(table)
    assert inventories.disabled_in(SUBJECT) is None

    for number in (1, 2):
        inventories.note_disabled(SUBJECT, number, NOON)

    assert inventories.disabled_in(SUBJECT) == 2
    item = table.read({"pk": f"KEY#{KEY}", "sk": "DISABLED"})
    assert item
    assert int(item["expires_at"]) == int((NOON + MONTH).timestamp())
    assert item["format"] == FORMAT


def test_material_is_remembered_apart(table: Table) -> None:
    inventories = InventoryTable(table)
    assert not inventories.had_material(SUBJECT)

    inventories.note_material(SUBJECT, NOON)

    assert inventories.had_material(SUBJECT)
    assert inventories.disabled_in(SUBJECT) is None


def test_what_older_versions_knew_is_read(table: Table) -> None:
    inventories = InventoryTable(table)
    assert inventories.known_before() is None

    table.write(put({"pk": "SWEEP", "sk": "DISABLED", "format": 1, "keys": ["a"]}))

    assert inventories.known_before() == frozenset({"a"})


def test_a_report_is_begun_once_and_keeps_its_place(table: Table) -> None:
    reports = ReportTable(table)
    begun_first = reports.begin("disabled-1")
    assert (begun_first.place, begun_first.noticed) == (None, False)

    reports.noticed("disabled-1")
    again = reports.begin("disabled-1")

    assert again.noticed
    assert again.began_at == begun_first.began_at
    item = table.read(report_key("disabled-1"))
    assert item
    assert int(item["expires_at"]) == int((again.began_at + MONTH).timestamp())
