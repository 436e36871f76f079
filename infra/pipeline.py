"""What `chalice deploy` does before and after Chalice."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
import click
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError

from chalice_app.settings import Settings
from infra.after_deploy import finish
from infra.configuration import checked_settings
from infra.packing import pack
from infra.stack import StackFailedError, bring_up

# A proxy that answers in AWS's place causes the parser's error, no BotoCoreError.
OF_AWS = (BotoCoreError, ClientError, ResponseParserError, StackFailedError)


def around_deploy(context: click.Context) -> None:
    """Run inside Chalice's own command, with the session that Chalice will use."""
    project = Path(context.obj["project_dir"])
    settings = checked_settings(project, context.params["stage"])
    pack(project)
    session = boto3.Session(
        botocore_session=context.obj["factory"].create_botocore_session()
    )
    if os.environ.get("REPRIEVE_SKIP_PIPELINE") != "1":
        with _one_sentence("No Lambda was touched"):
            bring_up(session, settings, say=click.echo)
    context.call_on_close(lambda: _after_deploy(session, settings, project))


def _after_deploy(session: boto3.Session, settings: Settings, project: Path) -> None:
    # Click closes its context after a failure and after Ctrl-C, too.
    if sys.exc_info()[0] is not None:
        return
    with _one_sentence(
        "The Lambdas are deployed, but not their dead letters; run the command again"
    ):
        finish(session, settings, project, say=click.echo)


@contextmanager
def _one_sentence(problem: str) -> Iterator[None]:
    try:
        yield
    except OF_AWS as error:
        reason = " ".join(str(error).split())
        raise click.ClickException(f"{problem}: {reason}") from error
