"""What a person reads after a deploy can be used as it stands."""

import shlex
import subprocess
import sys
from pathlib import Path

import boto3
import pytest

from infra.next_steps import next_steps, request_url
from tests.infra.stacks import SETTINGS

API = "https://abc123.execute-api.eu-west-1.amazonaws.com/api/"
AT_AWS = f"{API}slack/events"
IN_THE_SANDBOX = "/restapis/abc123/api/_user_request_/slack/events"
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("endpoint", "url"),
    [
        ("", AT_AWS),
        ("https://vpce-1.example.com", AT_AWS),
        ("http://127.0.0.1:4566", f"http://127.0.0.1:4566{IN_THE_SANDBOX}"),
        ("http://localhost:4566/", f"http://localhost:4566{IN_THE_SANDBOX}"),
        ("http://127.0.0.1.example.com", AT_AWS),
    ],
)
def test_slacks_url_is_where_the_caller_reaches_the_api(
    endpoint: str, url: str
) -> None:
    assert request_url(API, endpoint) == url


def commands(session: boto3.Session) -> list[list[str]]:
    """Split each command that is told as a shell would."""
    told = next_steps(session, SETTINGS, API)
    lines = [line for line in told.splitlines() if " -m chalice_app " in line]
    return [shlex.split(line) for line in lines]


def test_each_command_is_one_of_ours_and_takes_these_options() -> None:
    for python, *rest in commands(boto3.Session(region_name="eu-west-1")):
        line = [sys.executable, *rest, "--help"]
        shown = subprocess.run(line, cwd=ROOT, capture_output=True, check=True)
        assert python == ".venv/bin/python"
        assert b"--stage" in shown.stdout


def test_a_profile_is_repeated_so_that_the_secret_lands_in_the_same_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config"
    config.write_text("[profile 'key team']\nregion = eu-west-1\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))

    secret, manifest, hello = commands(boto3.Session(profile_name="key team"))

    assert secret[-2:] == hello[-2:] == ["--profile", "key team"]
    assert manifest[-2:] == ["--stage", "dev"]
