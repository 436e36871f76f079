"""Nothing happens at import: no client, no socket, no look at the environment."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.house import ROOT, files, within

HEAVY = {"boto3", "botocore", "slack_bolt", "slack_sdk", "jmespath"}
NEVER = frozenset({"slack_bolt", "chalice.cli", "click"})
MODULES = [file.module for file in files("chalice_app")]
# A door names its topic or queue by the stage, which Chalice sets before it imports.
ALLOWED = [
    ["chalice_app.functions.actions", "AWS_LAMBDA_FUNCTION_NAME"],
    ["chalice_app.functions.actions", "REPRIEVE_STAGE"],
    ["chalice_app.functions.alerts", "AWS_LAMBDA_FUNCTION_NAME"],
    ["chalice_app.functions.alerts", "REPRIEVE_STAGE"],
    ["chalice_app.functions.inventory", "AWS_LAMBDA_FUNCTION_NAME"],
    ["chalice_app.functions.inventory", "REPRIEVE_STAGE"],
    ["chalice_app.functions.slack", "AWS_LAMBDA_FUNCTION_NAME"],
    ["chalice_app.functions.sweep", "AWS_LAMBDA_FUNCTION_NAME"],
]


def imported(*modules: str) -> Any:
    """Import in a process that has no environment, and tell what was done."""
    ran = subprocess.run(
        [sys.executable, "-B", "-m", "tests.importing", *modules],
        cwd=ROOT,
        env={},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    return json.loads(ran.stdout)


def test_only_the_doors_look_at_the_environment() -> None:
    told = imported(*MODULES)
    assert sorted(told["done"]) == ALLOWED
    assert set(MODULES) <= set(told["modules"]) | {"chalice_app.__init__"}


@pytest.mark.parametrize("door", ["alerts", "actions", "inventory", "slack", "sweep"])
def test_a_door_opens_without_bolt_and_aws(door: str) -> None:
    told = imported(f"chalice_app.functions.{door}")
    assert not set(told["modules"]) & HEAVY


@pytest.mark.parametrize("room", ["domain", "views", "flows"])
def test_rules_words_and_stories_load_only_the_library(room: str) -> None:
    modules = [file.module for file in files(f"chalice_app/{room}")]
    loaded = {it.partition(".")[0] for it in imported(*modules)["modules"]}
    started = {it.partition(".")[0] for it in imported()["modules"]}
    assert loaded - started - sys.stdlib_module_names == {"chalice_app"}


def test_alerts_never_loads_bolt_or_chalices_commands() -> None:
    """Whatever its door, its stories and all adapters but Bolt's bring with them."""
    rooms = files("chalice_app/flows", "chalice_app/adapters")
    used = {it.module for it in rooms if "adapters.bolt" not in it.module}
    told = imported("chalice_app.functions.alerts", "chalice_app.wiring.workers", *used)
    assert not {it for it in told["modules"] if within(it, NEVER)}


@pytest.mark.parametrize("door", ["alerts", "actions", "inventory", "slack", "sweep"])
def test_in_lambda_a_door_loads_before_anybody_has_configured(door: str) -> None:
    """As `make package` does it: with the configuration as it is shipped."""
    ran = subprocess.run(
        [sys.executable, "-B", "-c", f"import chalice_app.functions.{door}"],
        cwd=ROOT,
        env={"AWS_LAMBDA_FUNCTION_NAME": "reprieve-dev", "AWS_REGION": "eu-west-1"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
