"""The real `chalice deploy`, into the sandbox."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import urllib3

from infra.sandbox.aws.deployment import Deployment, DeploymentFailedError
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.project_copy import PROJECT, copy_project

SECTION: dict[str, Any] = {
    "email": "ops@example.com",
    "channel": "C0KMSALERT",
    "responders": ["U0ADALOVE1"],
    "slack_api": "http://127.0.0.1:9/api/",
}


@pytest.fixture
def deployment(aws: LocalAws) -> Iterator[Deployment]:
    with Deployment(aws, SECTION) as made:
        yield made


def test_the_app_is_deployed_and_answers_at_its_url(
    aws: LocalAws, deployment: Deployment
) -> None:
    deployment.deploy()

    functions = aws.client("lambda").list_functions()["Functions"]
    assert {each["FunctionName"] for each in functions} == {
        "reprieve-dev",
        "reprieve-dev-actions",
        "reprieve-dev-alerts",
        "reprieve-dev-inventory",
        "reprieve-dev-sweep",
    }
    answer = urllib3.PoolManager().request("POST", deployment.slack_url, body="x=1")
    assert answer.status != 404
    assert aws.denied() == []


def test_a_wrong_section_stops_the_deploy_with_its_sentence(
    aws: LocalAws, deployment: Deployment
) -> None:
    deployment.configure({**SECTION, "channel": 7})

    with pytest.raises(DeploymentFailedError, match="channel"):
        deployment.deploy()

    assert aws.client("lambda").list_functions()["Functions"] == []


def test_the_checkout_s_own_configuration_is_left_alone(deployment: Deployment) -> None:
    config = Path(".chalice") / "config.json"
    original = json.loads((PROJECT / config).read_text(encoding="utf-8"))
    copied = json.loads((deployment.folder / config).read_text(encoding="utf-8"))

    assert copied["stages"]["dev"]["reprieve"] == SECTION
    assert original["stages"]["dev"]["reprieve"] != SECTION
    rest = {name: value for name, value in copied.items() if name != "stages"}
    assert rest.items() <= original.items()


def test_the_copy_has_the_links_of_vendor_and_nothing_of_the_sandbox(
    tmp_path: Path,
) -> None:
    copy_project(PROJECT, tmp_path)

    assert (tmp_path / "vendor" / "chalice_app").is_symlink()
    assert (tmp_path / "vendor" / "chalice_app" / "__init__.py").is_file()
    assert (tmp_path / "infra" / "pipeline.yaml").is_file()
    assert not (tmp_path / "infra" / "sandbox").exists()
    assert not list(tmp_path.rglob("__pycache__"))


def test_the_folder_is_gone_afterwards(aws: LocalAws) -> None:
    with Deployment(aws, SECTION) as made:
        folder = made.folder
        assert folder.is_dir()
    assert not folder.exists()


def test_chalice_delete_takes_the_functions_away(
    aws: LocalAws, deployment: Deployment
) -> None:
    deployment.deploy()
    deployment.delete()

    assert aws.client("lambda").list_functions()["Functions"] == []
