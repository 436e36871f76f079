"""What a person reads after a deploy can be used as it stands."""

import subprocess
from pathlib import Path

import boto3
import pytest

from infra.next_steps import next_steps, request_url
from tests.infra.stacks import SETTINGS

API = "https://abc123.execute-api.eu-west-1.amazonaws.com/api/"
AT_AWS = f"{API}slack/events"
IN_THE_SANDBOX = "/restapis/abc123/api/_user_request_/slack/events"
NOTES_ITS_CALL = """#!/bin/sh
printf '%s' "$*" > "$0.arguments"
cat > "$0.value"
"""


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


@pytest.mark.parametrize("secret", ["slack-token", "slack-signing-secret"])
def test_a_secret_gets_exactly_what_was_typed_and_no_argument_shows_it(
    tmp_path: Path, secret: str
) -> None:
    aws = tmp_path / "aws"
    aws.write_text(NOTES_ITS_CALL)
    aws.chmod(0o700)
    told = next_steps(boto3.Session(region_name="eu-west-1"), SETTINGS, API)
    [command] = [line for line in told.splitlines() if f"/{secret} " in line]

    subprocess.run(
        ["/bin/bash", "-c", command],
        input="xoxb-%s-\\value\n",
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        text=True,
        check=True,
    )

    assert (tmp_path / "aws.value").read_text() == "xoxb-%s-\\value"
    arguments = (tmp_path / "aws.arguments").read_text()
    assert f"--region eu-west-1 --secret-id reprieve/dev/{secret} " in arguments
    assert "xoxb" not in arguments


def test_a_profile_is_repeated_so_that_the_secret_lands_in_the_same_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config"
    config.write_text("[profile 'key team']\nregion = eu-west-1\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))

    told = next_steps(boto3.Session(profile_name="key team"), SETTINGS, API)

    assert "--region eu-west-1 --profile 'key team' --secret-id" in told
