"""The command over files that are odd, broken or a trap: it says so, and goes on."""

from pathlib import Path
from typing import Any

import pytest

from tests.fakes.news import record, refused
from tests.infra.operator.replay.replay_runs import facts_of, run
from tests.infra.operator.replay.trails import write_trail

TRAP = "\x1b]0;owned\x07\u202egnp\n2026-11-24T12:00:00Z  alert"
DISABLED: dict[str, Any] = record("DisableKey")["detail"]
TRIED: dict[str, Any] = refused("DisableKey")["detail"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_trail(tmp_path / "a.json", [DISABLED])
    return tmp_path


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_told(folder: Path) -> None:
    (folder / "c.json").write_text("{")

    result = run("--folder", folder)

    assert result.exit_code == 1
    assert f"{folder}/c.json: it is not JSON." in result.stdout
    assert "Alerts in the channel: 1" in result.stdout
    assert facts_of(folder)["broken_files"] == [
        {"file": f"{folder}/c.json", "fault": "no_json"}
    ]


def test_a_record_that_cannot_be_placed_in_time_is_counted(folder: Path) -> None:
    write_trail(folder / "c.json", [{**DISABLED, "eventID": "x", "eventTime": "noon"}])

    result = run("--folder", folder)

    assert result.exit_code == 1
    assert "can be read, not counted above: 1" in result.stdout
    assert facts_of(folder)["unreadable_records"] == 1


def test_strangers_text_does_not_steer_the_terminal(tmp_path: Path) -> None:
    trap = {"type": "IAMUser", "userName": TRAP}
    tried = {**TRIED, "errorCode": f"Denied{TRAP}", "userIdentity": trap}
    write_trail(tmp_path / "a.json", [tried])
    (tmp_path / f"{TRAP}.json").write_text("{")

    for form in ([], ["--json"]):
        told = run("--folder", tmp_path, *form).stdout
        assert all(sign.isprintable() or sign == "\n" for sign in told)
        alerts = [it for it in told.splitlines() if it.strip().startswith("2026")]
        assert len(alerts) == (0 if form else 1)


def test_an_event_that_names_no_key_is_an_alert_of_its_own(tmp_path: Path) -> None:
    nameless: dict[str, Any] = {"requestParameters": None, "resources": []}
    tries = [{**TRIED, **nameless, "eventID": it} for it in ("one", "two")]
    write_trail(tmp_path / "a.json", tries)

    assert [it["alerts"] for it in facts_of(tmp_path)["keys"]] == [1, 1]
