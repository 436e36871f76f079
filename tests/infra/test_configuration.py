"""A configuration that is wrong stops the deploy before anything is called."""

import json
from pathlib import Path
from typing import Any

import click
import pytest

from infra.configuration import checked_settings

ROOT = Path(__file__).parents[2]
GOOD = {"email": "", "channel": "C0KMSALERT", "responders": ["U0ADALOVE1"]}
SHIPPED = json.loads((ROOT / ".chalice" / "config.json").read_text(encoding="utf-8"))


def document(section: object, stage: object = "dev") -> dict[str, Any]:
    variables = {"REPRIEVE_STAGE": stage}
    return {
        "stages": {"dev": {"environment_variables": variables, "reprieve": section}}
    }


def checked(project: Path, content: object, stage: str = "dev") -> str:
    """Give the sentence that stops the command."""
    folder = project / ".chalice"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(click.ClickException) as stopped:
        checked_settings(project, stage)
    assert stopped.value.exit_code == 1
    assert "\n" not in stopped.value.message
    return stopped.value.message


@pytest.mark.parametrize("key", sorted(GOOD))
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    section = {name: value for name, value in GOOD.items() if name != key}

    assert key in checked(tmp_path, document(section))


@pytest.mark.parametrize("key", [*sorted(GOOD), "slack_api", "language"])
@pytest.mark.parametrize("value", [7, None, {}, [7], "no such thing"])
def test_a_value_of_the_wrong_kind_is_named(
    tmp_path: Path, key: str, value: object
) -> None:
    assert key in checked(tmp_path, document({**GOOD, key: value}))


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    assert "chanel" in checked(tmp_path, document({**GOOD, "chanel": "C0KMSALERT"}))


@pytest.mark.parametrize("variable", ["prod", None, 7])
def test_the_lambdas_stage_must_be_the_stage_that_is_deployed(
    tmp_path: Path, variable: object
) -> None:
    assert "REPRIEVE_STAGE" in checked(tmp_path, document(GOOD, variable))


def test_a_stage_that_the_file_does_not_have_is_named(tmp_path: Path) -> None:
    assert "stages.prod.reprieve" in checked(tmp_path, document(GOOD), "prod")


def test_the_file_that_is_shipped_asks_for_the_channel_first(tmp_path: Path) -> None:
    assert "channel" in checked(tmp_path, SHIPPED)


def test_a_good_section_becomes_the_settings(tmp_path: Path) -> None:
    (tmp_path / ".chalice").mkdir()
    path = tmp_path / ".chalice" / "config.json"
    path.write_text(json.dumps(document(GOOD)), encoding="utf-8")

    assert checked_settings(tmp_path, "dev").channel == "C0KMSALERT"


def test_the_bundle_carries_the_very_same_file() -> None:
    link = ROOT / "vendor" / "reprieve.json"

    assert link.resolve() == (ROOT / ".chalice" / "config.json").resolve()


@pytest.mark.parametrize("stage", ["Prod", "1st", "a-stage-that-is-long", "my_stage"])
def test_a_stage_that_no_name_can_carry_is_refused(tmp_path: Path, stage: str) -> None:
    assert stage in checked(tmp_path, document(GOOD), stage)
