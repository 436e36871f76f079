"""Preview shows the e-mail and Slack's message as they would go out."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from chalice_app.__main__ import commands
from tests.views.drawings import label

EVENTS = Path(__file__).parent / "fixtures" / "events"


def _preview(name: str, form: str) -> str:
    shown = CliRunner().invoke(commands, ["preview", form, str(EVENTS / name)])
    assert shown.exit_code == 0, shown.output
    return shown.output


def _buttons(message: Any) -> list[str]:
    actions = [it for it in message["blocks"] if it["type"] == "actions"]
    return [label(button) for it in actions for button in it["elements"]]


@pytest.mark.parametrize(
    ("name", "title", "buttons"),
    [
        (
            "schedule-by-role.json",
            "Key deletion scheduled",
            [
                *("Cancel deletion", "Cancel and re-enable", "I am looking at it"),
                *("Remind me later", "Deletion is intended"),
            ],
        ),
        (
            "disable-by-root.json",
            "Key disabled",
            [
                *("Re-enable key", "I am looking at it"),
                *("Remind me later", "This was expected"),
            ],
        ),
        (
            "schedule-refused.json",
            "Refused attempt",
            ["I am looking at it", "This was expected"],
        ),
        ("native-deletion.json", "Key deleted", []),
        (
            "key-store-disconnected.json",
            "Key store disconnected",
            ["I am looking at it"],
        ),
    ],
)
def test_slack_gets_the_message_with_its_buttons(
    name: str, title: str, buttons: list[str]
) -> None:
    message = json.loads(_preview(name, "--slack"))
    assert title in message["blocks"][0]["text"]["text"]
    assert [it for it in _buttons(message) if it != "Open in AWS"] == buttons


def test_a_following_event_is_shown_as_a_line() -> None:
    message = json.loads(_preview("cancel-by-ci.json", "--slack"))
    assert list(message) == ["text"]
    assert "CancelKeyDeletion" in message["text"]


@pytest.mark.parametrize("form", ["--slack", "--email"])
def test_an_unwatched_event_is_said_to_be_told_to_nobody(form: str) -> None:
    assert "not watched" in _preview("native-rotation.json", form)


@pytest.mark.parametrize("form", ["--slack", "--email"])
def test_outside_text_neither_steers_the_terminal_nor_breaks_it(
    tmp_path: Path, form: str
) -> None:
    record = json.loads((EVENTS / "disable-before-2022.json").read_text())
    typed = "\ud800\x1b[2J\x9b\u202e\u00e9\U000e0001"
    record["userIdentity"]["userName"] = record["userAgent"] = typed
    (file := tmp_path / "event.json").write_text(json.dumps(record))

    shown = _preview(str(file), form)

    assert all(sign.isprintable() for line in shown.split("\n") for sign in line)
    assert "\u00e9" in shown


def test_the_email_shows_a_strange_sign_as_the_escape_that_json_has(
    tmp_path: Path,
) -> None:
    record = json.loads((EVENTS / "disable-before-2022.json").read_text())
    record["userAgent"] = typed = "\ud800\x9b\u202e\U000e0001"
    (file := tmp_path / "event.json").write_text(json.dumps(record))

    _, _, body = _preview(str(file), "--email").partition("\n\n")

    assert json.loads(body)["event"]["detail"]["userAgent"] == typed


def test_a_record_without_a_source_is_watched_in_every_form(tmp_path: Path) -> None:
    record = json.loads((EVENTS / "disable-before-2022.json").read_text())
    del record["eventSource"]
    (file := tmp_path / "event.json").write_text(json.dumps(record))

    shown = [_preview(str(file), form) for form in ("--slack", "--email", "--json")]

    assert not [text for text in shown if "not watched" in text]


def test_the_email_is_what_the_stack_sends() -> None:
    shown = _preview("schedule-by-role.json", "--email")
    subject, _, body = shown.partition("\n\n")
    news = json.loads(body)
    assert subject == "Subject: AWS Notification Message"
    assert news["news"] == "scheduled"
    assert news["event"]["detail"]["eventName"] == "ScheduleKeyDeletion"
