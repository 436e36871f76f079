"""Numbers and names that stand in two places are the same in both."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chalice_app.adapters.case_rights import LEASE_LASTS
from chalice_app.domain.press import ATTEMPTS, TOO_OLD
from infra.template import TEMPLATE, read_template
from tests.fakes.settings import SETTINGS

ROOT = Path(__file__).parents[1]
RESOURCES: Any = read_template(TEMPLATE.read_text(encoding="utf-8"))["Resources"]
QUEUE = RESOURCES["Actions"]["Properties"]
FUNCTIONS: Any = json.loads((ROOT / ".chalice" / "config.json").read_text("utf-8"))[
    "lambda_functions"
]
STAGE = replace(SETTINGS, stage="prod")


def filled(template: Any) -> str:
    """Fill `!Sub "reprieve-${Stage}-…"`, however the loader of templates keeps it."""
    text = template if isinstance(template, str) else next(iter(template.values()))
    return str(text).replace("${Stage}", STAGE.stage)


def test_a_press_is_given_up_when_the_queue_gives_it_up() -> None:
    assert QUEUE["RedrivePolicy"]["maxReceiveCount"] == ATTEMPTS


def test_the_queue_waits_six_times_as_long_as_the_function_may_run() -> None:
    timeout = FUNCTIONS["actions"]["lambda_timeout"]

    assert QUEUE["VisibilityTimeout"] == 6 * timeout == 180


def test_a_lease_outlives_a_run_and_a_press_outlives_a_lease() -> None:
    run = FUNCTIONS["actions"]["lambda_timeout"]

    assert run < LEASE_LASTS.total_seconds() < TOO_OLD.total_seconds()


@pytest.mark.parametrize(
    ("resource", "key", "name"),
    [
        ("Cases", "TableName", STAGE.name("cases")),
        ("Actions", "QueueName", STAGE.name("actions")),
        ("Notices", "TopicName", STAGE.name("notices")),
        ("News", "TopicName", STAGE.name("news")),
        ("DeadLetters", "QueueName", STAGE.name("dead-letters")),
        ("SlackToken", "Name", STAGE.secret("slack-token")),
        ("SlackSigningSecret", "Name", STAGE.secret("slack-signing-secret")),
    ],
)
def test_a_name_is_the_same_in_the_stack_and_in_the_code(
    resource: str, key: str, name: str
) -> None:
    given = RESOURCES[resource]["Properties"][key]
    staged = given["Fn::If"][1] if "Fn::If" in given else given

    assert filled(staged) == name
