"""The hook brings the stack up first, and finishes only what Chalice has finished."""

import json
import zipfile
from importlib.util import cache_from_source
from pathlib import Path

import boto3
import click
import pytest
from chalice.cli.factory import CLIFactory

from infra.pipeline import around_deploy
from tests.infra.chalice_cli import SECTION

DOCUMENT = {
    "stages": {
        "dev": {"environment_variables": {"REPRIEVE_STAGE": "dev"}, "reprieve": SECTION}
    }
}


@pytest.fixture
def context(tmp_path: Path) -> click.Context:
    """Give the context that Chalice has while it imports app.py."""
    (tmp_path / ".chalice").mkdir()
    path = tmp_path / ".chalice" / "config.json"
    path.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    (tmp_path / "app.py").touch()
    (tmp_path / "chalice_app" / "__pycache__").mkdir(parents=True)
    known = {"factory": CLIFactory(str(tmp_path)), "project_dir": str(tmp_path)}
    made = click.Context(click.Command("deploy"), obj=known)
    made.params["stage"] = "dev"
    return made


def deploy(context: click.Context, problem: type[Exception]) -> None:
    with context:
        around_deploy(context)
        raise problem


@pytest.mark.parametrize("problem", [click.Abort, RuntimeError])
def test_a_deploy_that_fails_after_the_stack_is_not_finished(
    session: boto3.Session, context: click.Context, problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        deploy(context, problem)

    stack = session.client("cloudformation").describe_stacks(StackName="reprieve-dev")
    assert stack["Stacks"][0]["StackStatus"] == "CREATE_COMPLETE"


def test_bytecode_is_gone_before_chalice_packs(
    session: boto3.Session, context: click.Context, tmp_path: Path
) -> None:
    assert session

    with pytest.raises(click.Abort):
        deploy(context, click.Abort)

    assert not list((tmp_path / "chalice_app").rglob("__pycache__"))


def test_what_chalice_will_find_has_bytecode(
    session: boto3.Session, context: click.Context, tmp_path: Path
) -> None:
    assert session

    with pytest.raises(click.Abort):
        deploy(context, click.Abort)

    [archive] = tmp_path.glob(".chalice/deployments/*.zip")
    assert cache_from_source("app.py") in zipfile.ZipFile(archive).namelist()
