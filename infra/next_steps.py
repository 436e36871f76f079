"""Tells a person what is left to do in Slack after a deploy."""

import os
import shlex
from urllib.parse import urlsplit

import boto3

from chalice_app.settings import Settings

# A hidden prompt and a pipe: neither the shell's history nor the list of processes
# shows the value. `read -s` is known to bash and zsh.
_FILL = (
    "printf '{label}: '; read -rs value; printf %s \"$value\" | aws secretsmanager "
    "put-secret-value {account} --secret-id {secret} "
    "--secret-string file:///dev/stdin; unset value"
)

_STEPS = """
Slack's request URL:
  {url}

Fill the two secrets, one command after the other, in bash or zsh (each asks for its
value):
  {token}
  {signing_secret}
"""


def next_steps(session: boto3.Session, settings: Settings, api_url: str) -> str:
    """Give Slack's request URL and the commands that fill the two secrets."""
    return _STEPS.format(
        url=request_url(api_url, os.environ.get("AWS_ENDPOINT_URL", "")),
        token=_fill("Bot token", settings.secret("slack-token"), session),
        signing_secret=_fill(
            "Signing secret", settings.secret("slack-signing-secret"), session
        ),
    )


def _fill(label: str, secret: str, session: boto3.Session) -> str:
    account = f"--region {session.region_name}"
    if session.profile_name != "default":
        account += f" --profile {shlex.quote(session.profile_name)}"
    return _FILL.format(label=label, secret=secret, account=account)


def request_url(api_url: str, endpoint: str) -> str:
    """Give the address of the route as the caller of this deploy can reach it."""
    api = urlsplit(api_url)
    if urlsplit(endpoint).hostname not in {"127.0.0.1", "localhost", "::1"}:
        return f"{api_url.rstrip('/')}/slack/events"
    # An emulator answers where it listens, not under the API's name at AWS.
    name = str(api.hostname).split(".")[0]
    stage = api.path.strip("/")
    return f"{endpoint.rstrip('/')}/restapis/{name}/{stage}/_user_request_/slack/events"
