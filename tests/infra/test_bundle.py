"""The bundle holds what Lambda needs, loads there, and holds nothing else."""

from importlib.util import cache_from_source
from pathlib import Path

import pytest

from infra.bundle import build, check, handlers_in
from infra.bundle_contents import LARGEST, MUST, complaints
from infra.bundle_imports import failures
from infra.sandbox.aws.deployment import Deployment
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.wheels import wheelhouse
from tests.infra.chalice_cli import ROOT, SECTION


def test_this_projects_bundle_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In this order: the wheels themselves come from the index, once.
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheelhouse(ROOT)))
    monkeypatch.setenv("PIP_NO_INDEX", "1")

    with Deployment(LocalAws(), SECTION) as project:
        build(project.folder, tmp_path)

    handlers = handlers_in(tmp_path / "sam.json")
    assert sorted(handlers) == [
        "app.app",
        "chalice_app.functions.actions.handle",
        "chalice_app.functions.alerts.handle",
        "chalice_app.functions.inventory.handle",
        "chalice_app.functions.sweep.handle",
    ]
    check(tmp_path / "deployment.zip", handlers)


# Every module with its bytecode.
WHOLE = [*MUST, *(cache_from_source(name) for name in MUST if name.endswith(".py"))]


def test_a_right_list_of_files_is_not_complained_about() -> None:
    assert list(complaints(WHOLE, LARGEST)) == []


@pytest.mark.parametrize(
    ("names", "size", "word"),
    [
        ([name for name in WHOLE if name != "app.py"], 1, "lacks app.py"),
        ([name for name in WHOLE if name != "reprieve.json"], 1, "reprieve.json"),
        ([*WHOLE, "infra/pipeline.yaml"], 1, "infra/pipeline.yaml"),
        ([*WHOLE, "botocore/data/kms.json"], 1, "botocore/data/kms.json"),
        ([*WHOLE, "chalice_app/errors.py"], 1, "errors.py without bytecode"),
        (WHOLE, LARGEST + 1, "3,000,001"),
    ],
)
def test_a_fault_is_told(names: list[str], size: int, word: str) -> None:
    [sentence] = complaints(names, size)

    assert word in sentence


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import boto3\ndef handle(event, context): ...", None),
        ("import click\ndef handle(event, context): ...", "No module named 'click'"),
        ("import infra\ndef handle(event, context): ...", "No module named 'infra'"),
        ("other = 1", "has no attribute 'handle'"),
        ("handle = 1", "is not a function"),
    ],
)
def test_a_handler_loads_with_nothing_but_the_bundle_and_the_runtime(
    tmp_path: Path, code: str, reason: str | None
) -> None:
    (tmp_path / "door.py").write_text(code)

    found = list(failures(tmp_path, ["door.handle"]))

    assert [reason in sentence for sentence in found if reason] == (
        [True] if reason else []
    )
    assert bool(found) is bool(reason)


def test_what_a_door_imports_later_must_load_too(tmp_path: Path) -> None:
    (tmp_path / "chalice_app").mkdir()
    (tmp_path / "chalice_app" / "story.py").write_text("import moto")

    [sentence] = failures(tmp_path, [])

    assert "No module named 'moto'" in sentence
