"""Tests of the command that shows what Reprieve makes of an event."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from tests.domain.recorded import FOLDER, KEY_ARN, KEY_ID, NAMES, recorded

ROOT = Path(__file__).parents[1]
FACTS = {
    "event": "ScheduleKeyDeletion",
    "watched": True,
    "outcome": "succeeded",
    "error": None,
    "key_arn": KEY_ARN,
    "key_id": KEY_ID,
    "account": "111122223333",
    "region": "eu-west-1",
    "actor": "ada.lovelace@example.com (role Deployer)",
    "occurred_at": "2026-03-02T08:14:09Z",
    "deletion_date": "2026-03-09T08:14:09Z",
    "event_id": "b7a5c8e4-52d1-4c1f-a3f0-000000000001",
}


def preview(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["preview", *map(str, arguments)])


def facts(name: str) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(
        preview("--json", FOLDER / f"{name}.json").output
    )
    return shown


@pytest.mark.parametrize("name", ["schedule-by-role", "schedule-as-news"])
def test_json_gives_exactly_the_facts(name: str) -> None:
    assert facts(name) == FACTS


@pytest.mark.parametrize("name", NAMES)
def test_each_event_has_the_same_facts_in_the_same_order(name: str) -> None:
    assert list(facts(name)) == list(FACTS)


def test_a_refused_attempt_is_watched_and_failed() -> None:
    refused = facts("schedule-refused")
    assert refused["watched"] is True
    assert (refused["outcome"], refused["error"]) == ("failed", "AccessDenied")
    assert refused["key_arn"] == KEY_ARN


def test_a_key_store_event_is_readable_and_names_no_key() -> None:
    store = facts("key-store-disconnected")
    assert (store["key_arn"], store["key_id"], store["watched"]) == (None, None, True)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("schedule-by-role", ["scheduled: opens a case", "2026-03-09T08:14:09Z"]),
        ("schedule-refused", ["refused: opens a case", "AccessDenied"]),
        ("cancel-by-ci", ["follow: joins an open case, opens none"]),
        ("native-rotation", ["This event is not watched"]),
        ("key-store-deleted", ["key-store/111122223333/eu-west-1/cks-7f0c2d4e"]),
    ],
)
def test_the_summary_says_what_happened_and_what_comes_of_it(
    name: str, lines: list[str]
) -> None:
    summary = preview(FOLDER / f"{name}.json")
    assert summary.exit_code == 0
    assert all(line in summary.output for line in lines)


def test_outside_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    hostile = recorded("disable-before-2022")
    hostile["userIdentity"]["userName"] = "\x1b[2Jgrace\u202e\nNews  all is well"
    (file := tmp_path / "event.json").write_text(json.dumps(hostile))
    assert "\\u001b[2Jgrace\\u202e\\nNews  all is well\n" in preview(file).output


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "The text is not JSON.\n"),
        (b"\xff", "The text is not UTF-8.\n"),
        (b"[]", "The document is not a JSON object with fields.\n"),
        (b'{"eventName": "DisableKey"}', "The event has no time that can be read.\n"),
        (b" " * 1_000_001, "The text is longer than 1,000,000 characters.\n"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_read_is_told_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    (file := tmp_path / "event.json").write_bytes(content)
    told = preview("--json", file)
    assert (told.exit_code, told.stdout, told.stderr) == (2, "", sentence)


def test_a_file_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    told = preview("--json", file := tmp_path / "absent.json")
    sentence = f"{file} cannot be read: No such file or directory.\n"
    assert (told.exit_code, told.stdout, told.stderr) == (2, "", sentence)


def test_a_folder_is_no_event(tmp_path: Path) -> None:
    assert preview(tmp_path).stderr == f"{tmp_path} cannot be read: Is a directory.\n"


def test_the_command_runs_as_a_module_and_loads_nothing_of_aws_or_slack() -> None:
    code = (
        "import sys, runpy; sys.argv[1:] = ['preview', '--json', sys.argv[1]]\n"
        "try: runpy.run_module('chalice_app', run_name='__main__')\n"
        "finally: print({'boto3', 'chalice', 'slack_sdk'} & set(sys.modules))"
    )
    file = FOLDER / "schedule-by-role.json"
    ran = subprocess.run(
        [sys.executable, "-c", code, file],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.endswith("}\nset()\n")
