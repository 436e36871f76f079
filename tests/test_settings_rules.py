"""When many keys share a message, and when people are reminded, as configured."""

from datetime import timedelta

from chalice_app.domain.reminder_plan import Plan
from chalice_app.settings import read_settings
from tests.test_settings import GOOD, OPTIONAL, document


def test_the_numbers_of_a_storm_are_read() -> None:
    found = read_settings(document({**GOOD, **OPTIONAL}), "dev").storm
    assert (found.more_than, found.within) == (5, timedelta(minutes=15))


def test_reminders_come_as_usual_but_for_what_is_set() -> None:
    usual = read_settings(document(GOOD), "dev")
    assert usual.reminders == Plan(deletion=(168, 48, 24, 4), disabled=(12, 120))
    assert usual.owner_group is None
    found = read_settings(document({**GOOD, **OPTIONAL}), "dev")
    assert found.reminders == Plan(deletion=(72, 12))
    assert found.owner_group == "S0KMSOWNER"
    none: dict[str, list[str]] = {"deletion": [], "disabled": []}
    found = read_settings(document({**GOOD, "reminders": none}), "dev")
    assert found.reminders == Plan(deletion=(), disabled=())
