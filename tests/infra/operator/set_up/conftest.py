"""A checkout with its configuration, a local Slack, and Secrets Manager by moto."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import boto3
import pytest
from moto import mock_aws

from infra.sandbox.aws.shapes import REGION
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

TOKEN, SIGNING = "reprieve/dev/slack-token", "reprieve/dev/slack-signing-secret"


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack() as running:
        yield running


@pytest.fixture
def checkout(
    tmp_path: Path, slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give the configuration of a checkout that the commands run in."""
    section = {
        "email": "",
        "channel": acme.CHANNEL,
        "responders": [acme.ADA, acme.BO],
        "slack_api": slack.api_url,
    }
    stage = {"environment_variables": {"REPRIEVE_STAGE": "dev"}, "reprieve": section}
    file = tmp_path / ".chalice" / "config.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"stages": {"dev": stage}}))
    monkeypatch.chdir(tmp_path)
    return file


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> Iterator["SecretsManagerClient"]:
    """Give Secrets Manager as a deploy leaves it: both secrets are there, and empty."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    with mock_aws():
        client = boto3.client("secretsmanager")
        for name in (TOKEN, SIGNING):
            client.create_secret(Name=name)
        yield client


def change(checkout: Path, **values: object) -> None:
    """Change the configuration of the checkout."""
    document = json.loads(checkout.read_text())
    document["stages"]["dev"]["reprieve"] |= values
    checkout.write_text(json.dumps(document))
