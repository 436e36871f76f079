"""What app.py loads, and where."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json, sys
import app
print(json.dumps([sorted(sys.modules), sys.dont_write_bytecode]))
"""
DOORS = "chalice_app.functions."


def loaded(environment: Mapping[str, str]) -> tuple[set[str], bool]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={"REPRIEVE_STAGE": "dev", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    modules, no_bytecode = json.loads(done.stdout)
    return set(modules), no_bytecode


def doors(modules: set[str]) -> set[str]:
    return {name.removeprefix(DOORS) for name in modules if name.startswith(DOORS)}


def test_in_lambda_only_the_door_that_slack_reaches_is_loaded() -> None:
    modules, _ = loaded({"AWS_LAMBDA_FUNCTION_NAME": "reprieve-dev"})

    assert doors(modules) == {"slack"}
    assert not modules & {"infra", "click", "boto3"}


def test_chalice_sees_all_doors_and_leaves_no_bytecode() -> None:
    modules, no_bytecode = loaded({"AWS_CHALICE_CLI_MODE": "true"})

    assert doors(modules) == {"slack", "alerts", "actions", "inventory", "sweep"}
    assert no_bytecode is True
    # Outside a `deploy` command there is nothing to bring up.
    assert "infra" not in modules


@pytest.mark.parametrize("variables", [{}, {"AWS_CHALICE_CLI_MODE": "false"}])
def test_a_plain_import_brings_up_nothing(variables: dict[str, str]) -> None:
    modules, _ = loaded(variables)

    assert not modules & {"infra", "click", "boto3"}
