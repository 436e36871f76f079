"""The command `manifest`: with the URL where something is deployed, else without."""

import json
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from infra.operator.manifest import FILE, with_url

API = "https://abc123.execute-api.eu-west-1.amazonaws.com/api/"
TEXT = FILE.read_text(encoding="utf-8")
MANIFEST: Any = yaml.safe_load(TEXT)
DEPLOYED = json.dumps({"resources": [{"name": "rest_api", "rest_api_url": API}]})
OFF = {"is_enabled": False}
ON = {"is_enabled": True, "request_url": f"{API}slack/events"}


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file in which Chalice would note what it made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    file = tmp_path / ".chalice" / "deployed" / "dev.json"
    file.parent.mkdir(parents=True)
    return file


def run(*arguments: str, stage: str = "dev") -> Result:
    return CliRunner().invoke(commands, ["manifest", "--stage", stage, *arguments])


def interactivity(shown: str) -> Any:
    return yaml.safe_load(shown)["settings"]["interactivity"]


def test_before_a_deploy_it_is_the_file_and_says_what_is_missing() -> None:
    result = run()

    assert (result.exit_code, result.stdout) == (0, TEXT)
    assert interactivity(result.stdout) == OFF
    assert "Stage dev is not deployed" in result.stderr


def test_after_a_deploy_it_has_the_url_and_its_comments(record: Path) -> None:
    record.write_text(DEPLOYED)

    result = run()

    assert (result.exit_code, result.stderr) == (0, "")
    assert interactivity(result.stdout) == ON
    assert set(TEXT.splitlines()) - set(result.stdout.splitlines()) == {
        line for line in TEXT.splitlines() if "is_enabled" in line or "URL-THAT" in line
    }


def test_in_the_sandbox_the_url_is_where_the_emulator_listens(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.write_text(DEPLOYED)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")

    url = interactivity(run().stdout)["request_url"]

    assert url.startswith("http://127.0.0.1:4566/restapis/abc123/")


@pytest.mark.parametrize("deployed", [False, True])
def test_as_json_it_says_the_same(record: Path, *, deployed: bool) -> None:
    if deployed:
        record.write_text(DEPLOYED)
    shown = json.loads(run("--json").stdout)

    assert shown == yaml.safe_load(run().stdout)
    assert shown["settings"]["interactivity"] == (ON if deployed else OFF)


def test_after_chalice_delete_it_is_off_again(record: Path) -> None:
    record.write_text(json.dumps({"resources": []}))

    result = run()

    assert interactivity(result.stdout) == OFF
    assert "is not deployed" in result.stderr


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"resources": [7]}'])
def test_a_record_that_cannot_be_read_is_said(record: Path, content: str) -> None:
    record.write_text(content)

    result = run()

    assert (result.exit_code, result.stdout) == (1, "")
    assert ".chalice/deployed/dev.json, Chalice's record" in result.stderr


def test_a_file_that_somebody_changed_gets_no_wrong_url() -> None:
    changed = TEXT.replace("is_enabled: false", "is_enabled: true")

    with pytest.raises(click.ClickException, match="version control"):
        with_url(changed, API)


@pytest.mark.parametrize("stage", ["../dev", "Dev", "a" * 17])
def test_what_can_be_no_stage_is_refused(stage: str) -> None:
    result = run(stage=stage)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "rename it" in result.stderr


def test_without_a_stage_it_is_a_wrong_command() -> None:
    assert CliRunner().invoke(commands, ["manifest"]).exit_code == 2
