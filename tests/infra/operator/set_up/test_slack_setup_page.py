"""The page "Slack set-up" agrees with the code, and its command line works."""

import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

from infra.operator.manifest import FILE
from infra.operator.wording import words
from tests.infra.operator.set_up.web_api_calls import SCOPES

PAGE = (Path(__file__).parents[4] / "docs" / "slack-setup.md").read_text()
MANIFEST: Any = yaml.safe_load(FILE.read_text(encoding="utf-8"))
ROWS = [line for line in PAGE.splitlines() if line.startswith("| `")]
NOTES_ITS_CALL = """#!/bin/sh
printf '%s' "$*" > "$0.arguments"
cat > "$0.value"
"""


def test_each_scope_has_a_row_with_its_methods() -> None:
    scopes = MANIFEST["oauth_config"]["scopes"]["bot"]
    told = [it for row in ROWS for it in re.findall(r"`(\w+:\w+)`", row)]
    assert sorted(told) == sorted(scopes)
    for method, needed in SCOPES.items():
        rows = [row for row in ROWS if set(needed) & set(re.findall(r"[\w:]+", row))]
        assert all(method in row for row in rows)


def test_each_refusal_of_slack_has_a_row() -> None:
    head = "workspace.refused."
    codes = {it.removeprefix(head) for it in words().sentences if it.startswith(head)}
    told = {it for row in ROWS for it in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert told == codes - {"other"}


def test_the_line_for_the_aws_cli_shows_the_value_to_nobody(tmp_path: Path) -> None:
    aws = tmp_path / "aws"
    aws.write_text(NOTES_ITS_CALL)
    aws.chmod(0o700)
    [command] = [line for line in PAGE.splitlines() if line.startswith("read -rs")]

    ran = subprocess.run(
        ["/bin/bash", "-c", command],
        input="xoxb-%s-\\value\n",
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        text=True,
        check=True,
        capture_output=True,
    )

    assert (tmp_path / "aws.value").read_text() == "xoxb-%s-\\value"
    arguments = (tmp_path / "aws.arguments").read_text()
    assert "--secret-id reprieve/dev/slack-token" in arguments
    assert "xoxb" not in arguments + ran.stdout + ran.stderr
