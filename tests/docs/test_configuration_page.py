"""The page about the configuration knows every key, and quotes every refusal."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest

from chalice_app.settings import Settings
from infra.configuration import checked_settings
from infra.template import TEMPLATE, read_template
from tests.docs.pages import code_in, page
from tests.house import ROOT
from tests.spoken import WORDS

PAGE = page("docs/configuration.md")
SHIPPED = json.loads((ROOT / ".chalice" / "config.json").read_text(encoding="utf-8"))
# What the file calls by names of its own: stages, sections and functions.
NAMED = {"stages", "dev", "reprieve"}
REFUSALS = sorted(key for key in WORDS.sentences if key.startswith("configuration."))
SET_BY_A_PERSON = {
    key.removeprefix("configuration.")
    for key in REFUSALS
    if key.removeprefix("configuration.") in Settings.__slots__
}


def keys_in(document: Mapping[str, Any]) -> Iterator[str]:
    for key, value in document.items():
        yield key
        if isinstance(value, Mapping):
            yield from keys_in(value)


@pytest.mark.parametrize("key", sorted({*keys_in(SHIPPED)} - NAMED))
def test_every_key_of_the_file_is_explained(key: str) -> None:
    assert key in code_in(PAGE.prose)


def test_what_a_person_sets_is_the_first_table() -> None:
    rows = PAGE.sections["What you set"].splitlines()

    assert {it.split("`")[1] for it in rows if it.startswith("| `")} == SET_BY_A_PERSON


@pytest.mark.parametrize("key", REFUSALS)
def test_every_refusal_is_quoted(key: str) -> None:
    assert f"| {WORDS.say(key, stage='dev', key='chanel')} |" in PAGE.prose


@pytest.mark.parametrize(
    ("stage", "variable"), [("Prod", "Prod"), ("dev", "prod"), ("dev", None)]
)
def test_every_refusal_of_a_stage_is_quoted(
    tmp_path: Path, stage: str, variable: str | None
) -> None:
    section = {"email": "", "channel": "C0KMSALERT", "responders": []}
    given = {
        "environment_variables": {"REPRIEVE_STAGE": variable},
        "reprieve": section,
    }
    (tmp_path / ".chalice").mkdir()
    (tmp_path / ".chalice" / "config.json").write_text(
        json.dumps({"stages": {stage: given}}), encoding="utf-8"
    )

    with pytest.raises(click.ClickException) as stopped:
        checked_settings(tmp_path, stage)

    assert f"| {stopped.value.message} |" in PAGE.prose


def test_every_parameter_of_the_stack_is_explained() -> None:
    parameters = read_template(TEMPLATE.read_text(encoding="utf-8"))["Parameters"]

    assert parameters.keys() <= set(code_in(PAGE.sections["The stack's parameters"]))
