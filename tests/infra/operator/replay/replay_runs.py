"""The command `replay`, run as an operator runs it."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from chalice_app.__main__ import commands


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
    runner = CliRunner(env=env)
    return runner.invoke(commands, ["replay", *map(str, arguments)])


def facts(*arguments: str | Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(*arguments, "--json").stdout)
    return made


def facts_of(folder: Path) -> dict[str, Any]:
    return facts("--folder", folder)
