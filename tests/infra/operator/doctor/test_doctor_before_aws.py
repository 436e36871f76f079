"""What doctor says before it has asked AWS anything, and how the command ends."""

import json
from datetime import UTC, datetime
from pathlib import Path

import boto3
import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from infra.operator.doctor.asking import ground
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.permissions import ACTIONS
from tests.infra.operator.doctor.told import told

SHIPPED = Path(__file__).parents[4] / ".chalice" / "config.json"


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a new checkout, whose channel nobody has filled in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    for name in ("AWS_DEFAULT_REGION", "AWS_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / ".chalice" / "config.json"
    path.parent.mkdir()
    path.write_bytes(SHIPPED.read_bytes())
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["doctor", *arguments])


def chain(session: boto3.Session) -> Chain:
    return Chain(stage="dev", session=session, clock=lambda: datetime.now(UTC))


def test_a_wrong_key_is_told_and_nothing_else_asked() -> None:
    result = run("--stage", "dev")

    assert result.exit_code == 1
    assert result.stdout.startswith("wrong        configuration   The configuration")
    assert "reprieve.channel of stage dev must be" in result.stdout
    assert "Wrong: 1. Not checked: 27. Warnings: 0." in result.stdout


def test_json_is_one_document_also_when_all_is_wrong() -> None:
    result = run("--stage", "dev", "--json")

    facts = json.loads(result.stdout)
    assert (result.exit_code, result.stderr, facts["right"]) == (1, "", False)
    assert facts["findings"][0]["finding"] == "configuration_wrong"


@pytest.mark.parametrize("text", ["{", ""])
def test_a_file_that_cannot_be_read_is_told(config: Path, text: str) -> None:
    config.write_text(text, encoding="utf-8")

    found = told(ground.configuration(chain(boto3.Session())))

    assert found == ["configuration_unreadable"]


def test_a_file_that_is_not_there_is_told(config: Path) -> None:
    config.unlink()

    found = told(ground.configuration(chain(boto3.Session())))

    assert found == ["configuration_unreadable"]


def test_nobody_is_told_to_log_in() -> None:
    session = boto3.Session(region_name="eu-west-1")
    assert told(ground.account(chain(session))) == ["account_nobody"]


def test_without_a_region_it_is_asked_for() -> None:
    session = boto3.Session(aws_access_key_id="a", aws_secret_access_key="b")
    assert told(ground.account(chain(session))) == ["account_no_region"]


def test_a_profile_that_is_not_there_is_told_in_a_sentence() -> None:
    result = run("--stage", "dev", "--profile", "nobody")

    assert result.exit_code == 1
    assert "profile (nobody) could not be found" in result.stderr


def test_a_stage_must_be_named() -> None:
    assert run().exit_code == 2


def test_the_permissions_are_a_policy_for_the_stages_own_secrets() -> None:
    [look, secrets] = json.loads(run("--stage", "qa", "--permissions").stdout)[
        "Statement"
    ]

    assert look["Action"] == list(ACTIONS)
    assert secrets["Resource"].endswith(":secret:reprieve/qa/slack-*")


def test_every_permission_only_reads() -> None:
    verbs = {action.partition(":")[2] for action in ACTIONS}
    assert all(it.startswith(("Get", "List", "Describe", "GET")) for it in verbs)
