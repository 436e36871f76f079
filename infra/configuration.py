"""Checks the configuration before anything is called or changed."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import click

from chalice_app.settings import Settings, SettingsError, read_settings

CONFIGURATION = Path(".chalice", "config.json")


# As the parameter Stage in pipeline.yaml: every name follows from it.
_STAGE = re.compile("[a-z][a-z0-9-]{0,15}")


def check_stage(stage: str) -> None:
    """Stop the command if no stage can have this name."""
    if not _STAGE.fullmatch(stage):
        raise click.ClickException(
            f'The stage "{stage}" must be at most 16 lower-case letters, digits and '
            "hyphens, beginning with a letter; rename it."
        )


def checked_settings(project: Path, stage: str) -> Settings:
    """Read the stage's settings; a wrong key stops the command with one sentence."""
    check_stage(stage)
    document = json.loads((project / CONFIGURATION).read_text(encoding="utf-8"))
    try:
        settings = read_settings(document, stage)
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    if _stage_of_the_lambdas(document, stage) != stage:
        raise click.ClickException(
            f'environment_variables.REPRIEVE_STAGE of the stage "{stage}" in '
            f'{CONFIGURATION} must be "{stage}", or its Lambdas would work on '
            "another stage's table."
        )
    return settings


def _stage_of_the_lambdas(document: object, stage: str) -> object:
    found = document
    for key in ("stages", stage, "environment_variables", "REPRIEVE_STAGE"):
        found = (
            cast("Mapping[str, object]", found).get(key)
            if isinstance(found, Mapping)
            else None
        )
    return found
