"""Tells a person what is left to do in Slack after a deploy."""

import os
import shlex
from urllib.parse import urlsplit

import boto3

from chalice_app.settings import Settings

_STEPS = """
Slack's request URL:
  {url}

What is left to do, once, with these commands:
  {run} secret set --stage {stage}{profile}
    asks for the bot token and the signing secret of the Slack app, and stores them
  {run} manifest --stage {stage}
    prints the manifest with the request URL, to paste in the Slack app
  {run} hello --stage {stage}{profile}
    says in the channel what is told there, and who may press
"""
_RUN = ".venv/bin/python -m chalice_app"


def next_steps(session: boto3.Session, settings: Settings, api_url: str) -> str:
    """Give Slack's request URL, and the commands that join Slack to the deploy."""
    profile = session.profile_name
    return _STEPS.format(
        url=request_url(api_url, os.environ.get("AWS_ENDPOINT_URL", "")),
        run=_RUN,
        stage=settings.stage,
        profile="" if profile == "default" else f" --profile {shlex.quote(profile)}",
    )


def request_url(api_url: str, endpoint: str) -> str:
    """Give the address of the route as the caller of this deploy can reach it."""
    api = urlsplit(api_url)
    if urlsplit(endpoint).hostname not in {"127.0.0.1", "localhost", "::1"}:
        return f"{api_url.rstrip('/')}/slack/events"
    # An emulator answers where it listens, not under the API's name at AWS.
    name = str(api.hostname).split(".")[0]
    stage = api.path.strip("/")
    return f"{endpoint.rstrip('/')}/restapis/{name}/{stage}/_user_request_/slack/events"
