"""What the stories of a world of fakes keep in its table, by the real adapters."""

from typing import Any

from chalice_app.adapters.case_before import CaseBefore
from chalice_app.adapters.case_ledger import CaseLedger
from chalice_app.adapters.case_rights import CaseRights
from chalice_app.adapters.case_sweep import CaseSweep
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.change_table import ChangeTable
from chalice_app.adapters.digest_table import DigestTable
from chalice_app.adapters.drill_table import DrillTable
from chalice_app.adapters.inventory_table import InventoryTable
from chalice_app.adapters.outage_table import OutageTable
from chalice_app.adapters.reminder_table import ReminderTable
from chalice_app.adapters.report_table import ReportTable
from chalice_app.adapters.restore_table import RestoreTable


def kept(table: Any) -> dict[str, Any]:
    """Give the tools that keep something, by their names."""
    return {
        "cases": CaseTable(table),
        "rights": CaseRights(table),
        "ledger": CaseLedger(table),
        "sweeping": CaseSweep(table),
        "befores": CaseBefore(table),
        "drills": DrillTable(table),
        "digests": DigestTable(table),
        "reminders": ReminderTable(table),
        "restores": RestoreTable(table),
        "inventories": InventoryTable(table),
        "reports": ReportTable(table),
        "changes": ChangeTable(table),
        "outages": OutageTable(table),
    }
