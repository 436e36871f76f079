"""Numbers and names that stand in two places are the same in both."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chalice_app.adapters.case_rights import LEASE_LASTS
from chalice_app.adapters.restore_table import LEASE_LASTS as STEP_LASTS
from chalice_app.domain.inventory import STALLS_AFTER
from chalice_app.domain.press import ATTEMPTS, TOO_OLD
from infra.template import TEMPLATE, read_template
from tests.fakes.configured import SETTINGS

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


def test_a_stalled_inventory_is_taken_up_after_the_queue_has_given_a_page_up() -> None:
    pages = RESOURCES["Inventory"]["Properties"]
    timeout, visible = FUNCTIONS["inventory"]["lambda_timeout"], "VisibilityTimeout"

    assert pages[visible] == 6 * timeout
    tries = pages["RedrivePolicy"]["maxReceiveCount"]
    assert tries * pages[visible] < STALLS_AFTER.total_seconds()


def test_a_lease_outlives_a_run_and_a_press_outlives_a_lease() -> None:
    run = FUNCTIONS["actions"]["lambda_timeout"]

    assert run < LEASE_LASTS.total_seconds() < TOO_OLD.total_seconds()
    assert run < STEP_LASTS.total_seconds() < 6 * run


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
