"""Puts the checks to one stage, with the operator's session and this clock."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import boto3
import botocore.session
import click
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from infra.operator.doctor.chain import Chain
from infra.operator.doctor.checks import CHECKS
from infra.operator.doctor.examination import Report, examine
from infra.operator.wording import say

# What does not answer is told soon, and not after botocore's five minutes.
_PATIENCE = Config(
    connect_timeout=5,
    read_timeout=20,
    retries={"total_max_attempts": 3, "mode": "standard"},
)


def visit(stage: str, profile: str | None) -> Iterator[Report]:
    chain = Chain(stage=stage, session=_session(profile), clock=_now)
    return examine(chain, CHECKS)


def _session(profile: str | None) -> boto3.Session:
    core = botocore.session.Session(profile=profile)
    core.set_default_client_config(_PATIENCE)
    try:
        return boto3.Session(
            botocore_session=core, region_name=os.environ.get("AWS_REGION")
        )
    except BotoCoreError as error:
        raise click.ClickException(say("account.silent", why=error)) from error


def _now() -> datetime:
    return datetime.now(UTC)
