"""Preview tells which reminders would follow an event, if nobody did anything."""

import pytest
from click.testing import CliRunner

from chalice_app.__main__ import commands
from tests.domain.recorded import FOLDER
from tests.spoken import WORDS

OWN = "as a message of its own"


def told(name: str, *arguments: str) -> list[str]:
    file = str(FOLDER / f"{name}.json")
    shown = CliRunner().invoke(commands, ["preview", file, "--reminders", *arguments])
    assert shown.exit_code == 0, shown.output
    return shown.stdout.rstrip("\n").split("\n\n")


def test_a_dying_key_has_those_that_come_a_day_after_the_alert() -> None:
    seven, two, one, last = told("disable-by-root", "--state", "PendingDeletion")
    assert "in the alert's thread" in seven
    assert "Less than 2 days left" in two
    assert OWN in one
    assert OWN in last
    assert len(told("schedule-by-role")) == 3  # within seven days: none at the start


def test_a_disabled_key_has_two() -> None:
    first, last = told("disable-by-root")
    assert "Disabled for more than 12 hours" in first
    assert "Disabled for more than 5 days" in last


@pytest.mark.parametrize(
    "name", ["schedule-refused", "native-deletion", "cancel-by-ci", "native-rotation"]
)
def test_what_threatens_no_key_has_none(name: str) -> None:
    assert told(name) == [WORDS.say("preview.no_reminder")]
