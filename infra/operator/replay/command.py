"""The command `replay`: what Reprieve would have told people of the past."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infra.operator.options import as_json
from infra.operator.wording import say

if TYPE_CHECKING:
    from infra.operator.replay.sources import Source

_MOST_DAYS = 90
_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
_NEW_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.option(
    "--days",
    type=click.IntRange(1, _MOST_DAYS),
    help=f"How far back to read the event history; {_MOST_DAYS} if not given.",
)
@click.option("--save", type=_NEW_FOLDER, help="Keep what is read, and go on there.")
@click.option("--folder", type=_FOLDER, help="Read a trail's files, not the history.")
@click.option("--profile", help="A profile of your AWS configuration.")
@as_json
def replay(
    days: int | None,
    save: Path | None,
    folder: Path | None,
    profile: str | None,
    *,
    as_json: bool,
) -> None:
    """Report what Reprieve would have told people of the past.

    It reads CloudTrail's event history of one account and Region, which needs the IAM
    action cloudtrail:LookupEvents and nothing else: no trail, no stage, nothing that
    is deployed. With --folder it reads a trail's log files instead, and calls nothing.
    """
    from infra.operator.replay.facts import as_facts, replayed
    from infra.operator.replay.telling import as_text

    if folder:
        _refuse({"--days": days, "--save": save, "--profile": profile})
        source = _of_folder(folder)
    else:
        source = _of_history(days or _MOST_DAYS, save, profile)
    found = replayed(source)
    click.echo(json.dumps(as_facts(found), indent=2) if as_json else as_text(found))
    if source.broken or source.heard.unread:
        raise click.exceptions.Exit(1)


def _refuse(given: Mapping[str, object]) -> None:
    options = [name for name, value in given.items() if value is not None]
    if options:
        raise click.UsageError(say("replay.one_source", options=", ".join(options)))


def _of_folder(folder: Path) -> "Source":
    from infra.operator.replay.sources import of_files
    from infra.operator.replay.trail_folder import files_in, read_files

    files = files_in(folder)
    if not files:
        name = click.format_filename(folder)
        raise click.UsageError(say("replay.no_files", folder=name))
    return of_files(folder, read_files(files))


def _of_history(days: int, save: Path | None, profile: str | None) -> "Source":
    from infra.operator.replay.asking import read_history

    since = datetime.now(UTC).replace(microsecond=0) - timedelta(days=days)
    return read_history(since, save, profile)
