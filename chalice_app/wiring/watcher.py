"""Joins what the sweep alone needs: the look at Reprieve's own parts."""

import os
from dataclasses import replace
from functools import cache, partial

import boto3
import botocore.session

from chalice_app.adapters.slack_api import SlackApi
from chalice_app.adapters.watcher.look import OwnParts
from chalice_app.adapters.watcher.parts import Parts
from chalice_app.ports import Tools
from chalice_app.wiring import workers
from chalice_app.wiring.light import secrets


@cache
def tools(own_arn: str) -> Tools:
    """Join the tools of every worker with the look; `own_arn` tells the account."""
    joined = workers.tools(own_arn)
    parts = partial(Parts, _session(), lambda: joined.settings, lambda: own_arn)
    look = OwnParts(parts, SlackApi(workers.slack), lambda: secrets().token_anew())
    return replace(joined, parts=look)


@cache
def _session() -> boto3.Session:
    core = botocore.session.Session()
    core.set_default_client_config(workers.patience())
    region = os.environ.get("AWS_REGION")
    return boto3.Session(botocore_session=core, region_name=region)
