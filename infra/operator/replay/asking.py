"""Reads the event history for the command: a client, a bar, and what goes wrong."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
from botocore.config import Config
from botocore.exceptions import ClientError

from infra.operator.installation import asking_aws, refusal, session_of
from infra.operator.replay.event_history import EventHistory
from infra.operator.replay.pace import Pace
from infra.operator.replay.reading import Reading
from infra.operator.replay.shelf import Shelf, ShelfError
from infra.operator.replay.sources import Progress, Source, of_history
from infra.operator.wording import say

# Others in the account look events up, too: the limit is the account's.
_PATIENT = Config(retries={"mode": "standard", "total_max_attempts": 8})
_STEPS = 1000


def read_history(since: datetime, save: Path | None, profile: str | None) -> Source:
    with asking_aws(), _asking(save):
        session = session_of(profile)
        client = session.client("cloudtrail", config=_PATIENT)
        first = Reading(region=client.meta.region_name, since=since)
        shelf = Shelf(folder=save) if save else None
        begun = shelf.begun(first) if shelf else first
        history = EventHistory(client, Pace(now=time.monotonic, sleep=time.sleep))
        with _bar() as progress:
            return of_history(history, begun, shelf, progress)


@contextmanager
def _asking(save: Path | None) -> Iterator[None]:
    folder = click.format_filename(save or "")
    try:
        yield
    except ShelfError as error:
        raise click.UsageError(say(f"replay.shelf.{error}", folder=folder)) from error
    except OSError as error:
        key = "replay.cannot_keep" if save else "account.silent"
        raise click.ClickException(say(key, folder=folder, why=error)) from error
    except ClientError as error:
        said = [refusal(error)]
        if error.response["Error"]["Code"].startswith("AccessDenied"):
            said.append(say("replay.permission"))
        elif save and save.exists():
            said.append(say("replay.goes_on", folder=folder))
        raise click.ClickException(" ".join(said)) from error


@contextmanager
def _bar() -> Iterator[Progress]:
    """Show how much is read, on the terminal that is not the report's."""
    label = say("replay.reading")
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:

        def progress(share: float) -> None:
            # A reading that goes over to names may have less behind it than it seemed.
            bar.update(max(0, int(share * _STEPS) - bar.pos))

        yield progress
        bar.update(_STEPS - bar.pos)
