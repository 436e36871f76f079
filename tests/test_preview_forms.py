"""Preview shows the e-mail and Slack's message as they would go out."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from chalice_app.__main__ import commands

EVENTS = Path(__file__).parent / "fixtures" / "events"


def _preview(name: str, form: str) -> str:
    shown = CliRunner().invoke(commands, ["preview", form, str(EVENTS / name)])
    assert shown.exit_code == 0, shown.output
    return shown.output


def _buttons(message: Any) -> list[str]:
    actions = [it for it in message["blocks"] if it["type"] == "actions"]
    return [button["text"]["text"] for it in actions for button in it["elements"]]


@pytest.mark.parametrize(
    ("name", "title", "buttons"),
    [
        (
            "schedule-by-role.json",
            "Key deletion scheduled",
            ["Cancel deletion", "Cancel and re-enable", "I am looking at it"],
        ),
        (
            "disable-by-root.json",
            "Key disabled",
            ["Re-enable key", "I am looking at it"],
        ),
        ("schedule-refused.json", "Refused attempt", ["I am looking at it"]),
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


def test_the_email_is_what_the_stack_sends() -> None:
    shown = _preview("schedule-by-role.json", "--email")
    subject, _, body = shown.partition("\n\n")
    news = json.loads(body)
    assert subject == "Subject: AWS Notification Message"
    assert news["news"] == "scheduled"
    assert news["event"]["detail"]["eventName"] == "ScheduleKeyDeletion"
