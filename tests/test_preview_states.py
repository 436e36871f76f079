"""Preview shows the alert in any state that KMS may say."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from chalice_app.domain.key import KeyState
from infra.sandbox.slack.block_checks import read_message_blocks
from tests.domain.recorded import FOLDER, NAMES

SCHEDULED, DISABLED = "schedule-by-role", "disable-by-root"
ONE_LINE = {
    "cancel-by-ci",
    "enable-refused-while-dying",
    "policy-replaced",
    "rotation-stopped-by-stack",
}
NO_KEY = {"key-store-deleted", "key-store-disconnected"}
UNWATCHED = {"alias-moved", "native-rotation"}


def preview(name: str, *arguments: str) -> Result:
    file = str(FOLDER / f"{name}.json")
    return CliRunner().invoke(commands, ["preview", file, *arguments])


def message(name: str, state: str) -> Any:
    shown = preview(name, "--slack", "--state", state)
    assert shown.exit_code == 0, shown.output
    return json.loads(shown.stdout)


def labels(drawn: Any) -> list[str]:
    rows = [it["elements"] for it in drawn["blocks"] if it["type"] == "actions"]
    return [
        (it.get("text") or it["placeholder"])["text"]
        for row in rows
        for it in row
        if "url" not in it
    ]


@pytest.mark.parametrize(
    ("name", "state", "title", "buttons"),
    [
        (SCHEDULED, "PendingDeletion", "Key deletion scheduled", 5),
        (SCHEDULED, "Disabled", "Deletion cancelled, key still disabled", 2),
        (SCHEDULED, "Enabled", "Resolved, key can be used", 0),
        (SCHEDULED, "NotFound", "Key deleted", 0),
        (DISABLED, "Disabled", "Key disabled", 4),
        (DISABLED, "PendingDeletion", "Key deletion scheduled", 5),
        ("schedule-refused", "Enabled", "Refused attempt", 2),
    ],
)
def test_the_alert_is_what_the_named_state_makes_of_it(
    name: str, state: str, title: str, buttons: int
) -> None:
    drawn = message(name, state)
    assert title in drawn["blocks"][0]["text"]["text"]
    assert len(labels(drawn)) == buttons


@pytest.mark.parametrize(
    ("name", "date"),
    [(SCHEDULED, "9 Mar 2026"), (DISABLED, "2 Apr 2026")],
)
def test_a_dying_key_dies_when_the_event_says_or_in_30_days(
    name: str, date: str
) -> None:
    assert date in str(message(name, "PendingDeletion")["blocks"][1])


@pytest.mark.parametrize("state", KeyState)
@pytest.mark.parametrize("name", NAMES)
def test_every_event_in_every_state_is_a_message_or_one_sentence(
    name: str, state: KeyState
) -> None:
    shown = preview(name, "--slack", "--state", state.value)
    if name in ONE_LINE | NO_KEY:
        assert (shown.exit_code, shown.stdout) == (2, "")
        assert shown.stderr.endswith("Leave --state out.\n")
    elif name in UNWATCHED:
        assert "not watched" in shown.stdout
    else:
        read_message_blocks(json.loads(shown.stdout)["blocks"])


def test_json_says_how_the_case_would_stand() -> None:
    facts = json.loads(preview(SCHEDULED, "--json", "--state", "Disabled").stdout)
    assert facts["event"] == "ScheduleKeyDeletion"
    assert facts["state"] == "Disabled"
    assert (facts["phase"], facts["remedies"]) == ("cancelled", ["enable_key"])


def test_the_summary_has_the_alert_of_the_named_state() -> None:
    told = preview(SCHEDULED, "--state", "Disabled").stdout
    assert "\nAlert          Deletion cancelled: " in told


def test_the_email_has_no_state_and_says_so() -> None:
    told = preview(SCHEDULED, "--email", "--state", "Disabled")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "from the event alone" in told.stderr


def test_a_state_that_kms_does_not_know_is_refused_with_those_it_knows() -> None:
    told = preview(SCHEDULED, "--state", "Dead")
    assert told.exit_code == 2
    assert all(state.value in told.stderr for state in KeyState)
