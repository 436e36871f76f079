"""The options that every command about a stage takes."""

from collections.abc import Callable

import click

a_stage = click.option(
    "--stage", required=True, help="The stage, as in chalice deploy."
)
_OPTIONS = (
    a_stage,
    click.option("--profile", help="A profile of your AWS configuration."),
)


def of_a_stage(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--stage` and `--profile`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
