"""The command over a folder of trail files: its report, its JSON, its exit codes."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.news import record, refused
from tests.fakes.places import KEY, NOON
from tests.infra.operator.replay.replay_runs import facts_of, run
from tests.infra.operator.replay.trails import write_trail


def detail(event: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = event["detail"]
    return made


def later(**after: float) -> Any:
    return NOON + timedelta(**after)


DAY = [
    detail(record("DisableKey")),
    detail(record("EnableKey", at=later(minutes=3))),
    detail(record("ScheduleKeyDeletion", at=later(hours=3))),
    detail(record("PutKeyPolicy", at=later(hours=4))),
    detail(refused("DisableKey", at=later(hours=5), eventID="tried")),
    detail(record("CancelKeyDeletion", at=later(hours=6))),
    detail(record("EnableKey", at=later(hours=6))),
    detail(record("EnableKey", at=later(hours=9))),
    detail(record("Decrypt", at=later(hours=9))),
    detail(record("DisableKey", eventSource="payment-cryptography.amazonaws.com")),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_trail(tmp_path / "2026/a.json.gz", DAY[3:])
    write_trail(tmp_path / "b.json", DAY[:5])
    return tmp_path


def test_alerts_and_lines_are_counted_with_whom(folder: Path) -> None:
    found = facts_of(folder)

    counts = found["alerts"], found["folded"], found["told_to_nobody"]
    assert counts == (2, 5, 1)
    assert found["alerts_by"] == [{"actor": "ada", "alerts": 2}]


def test_each_key_has_its_timeline(folder: Path) -> None:
    [key] = facts_of(folder)["keys"]

    assert (key["key"], key["alerts"], key["folded"]) == (KEY, 2, 5)
    timeline = [
        (it["event"], it["told_as"], it["in_channel_too"], it["error"], it["phase"])
        for it in key["timeline"]
    ]
    assert timeline == [
        ("DisableKey", "alert", False, None, "disabled"),
        ("EnableKey", "line", False, None, "resolved"),
        ("ScheduleKeyDeletion", "alert", False, None, "scheduled"),
        ("PutKeyPolicy", "line", True, None, "scheduled"),
        ("DisableKey", "line", False, "AccessDenied", "scheduled"),
        ("CancelKeyDeletion", "line", False, None, "cancelled"),
        ("EnableKey", "line", False, None, "resolved"),
    ]


def test_the_report_says_the_same_in_words(folder: Path) -> None:
    result = run("--folder", folder)

    assert result.exit_code == 0
    assert "Alerts in the channel: 2" in result.stdout
    assert "fold into an alert: 5 (shown in the channel too: 1)" in result.stdout
    assert "2  ada" in result.stdout
    assert f"{KEY}: alerts 2, lines 5" in result.stdout
    assert "DisableKey, refused: AccessDenied, by ada; now scheduled" in result.stdout


def test_what_was_not_checked_is_said(folder: Path) -> None:
    told = run("--folder", folder).stdout

    assert "KMS was not asked" in told
    assert "KMS CMK Deletion" in told
    assert facts_of(folder)["notes"] == [
        it.removeprefix("- ") for it in told.splitlines() if it.startswith("- ")
    ]


@pytest.mark.parametrize(
    "more", [["--days", "3"], ["--save", "x"], ["--profile", "x"], ["--days", "91"]]
)
def test_what_belongs_to_the_event_history_is_refused(
    folder: Path, more: list[str]
) -> None:
    result = run("--folder", folder, *more)

    assert result.exit_code == 2
    assert more[0] in result.stderr
    assert result.stdout == ""


def test_a_folder_without_trail_files_is_a_mistake(tmp_path: Path) -> None:
    result = run("--folder", tmp_path)

    assert result.exit_code == 2
    assert "holds no file of a trail" in result.stderr
