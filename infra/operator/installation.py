"""One stage of Reprieve in one account and Region, as an operator's command sees it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import boto3
import click
from botocore.exceptions import BotoCoreError, ClientError, NoRegionError

from chalice_app.settings import Settings
from infra.configuration import checked_settings
from infra.operator.wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The settings of this checkout, and a session of the operator's own."""

    settings: Settings
    session: boto3.Session


@contextmanager
def installation(stage: str, profile: str | None) -> Iterator[Installation]:
    """Give the stage; what AWS refuses inside ends the command in one sentence."""
    try:
        settings = checked_settings(Path(), stage)
    except (OSError, ValueError) as error:
        raise click.ClickException(say("account.configuration", why=error)) from error
    with asking_aws():
        yield Installation(settings=settings, session=session_of(profile))


def session_of(profile: str | None) -> boto3.Session:
    """Make a session that knows AWS_REGION, as the AWS CLI does and boto3 does not."""
    region = os.environ.get("AWS_REGION")
    return boto3.Session(profile_name=profile, region_name=region)


@contextmanager
def asking_aws() -> Iterator[None]:
    """End the command in one sentence where AWS refuses or is not reached."""
    try:
        yield
    except ClientError as error:
        raise click.ClickException(refusal(error)) from error
    except NoRegionError as error:
        raise click.ClickException(say("account.no_region")) from error
    except BotoCoreError as error:
        raise click.ClickException(say("account.silent", why=error)) from error


def refusal(error: ClientError) -> str:
    told = error.response["Error"]
    return say(
        "account.refused",
        operation=error.operation_name,
        code=told["Code"],
        why=told.get("Message", ""),
    )
