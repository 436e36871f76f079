"""Slack as an operator's command asks it, with the token of the bot."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click
from slack_sdk import WebClient

from chalice_app.adapters.slack_api import SlackApi
from chalice_app.errors import ChatRefusedError, ChatSilentError
from chalice_app.views.slack_text import clean
from infra.operator.wording import say, words

_SECONDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """Whose token it is, as auth.test says; names are cleaned for a terminal."""

    name: str
    workspace: str
    url: str
    is_bot: bool


def client_of(address: str, token: str) -> WebClient:
    return WebClient(base_url=address, token=token, timeout=_SECONDS, retry_handlers=[])


def slack_of(address: str, token: str) -> SlackApi:
    client = client_of(address, token)
    return SlackApi(lambda: client)


@contextmanager
def asking_slack() -> Iterator[None]:
    """End the command in one sentence where Slack refuses, or gives no answer."""
    try:
        yield
    except ChatRefusedError as error:
        code = clean(error.code)  # an answer that is no JSON comes whole, as the code
        known = f"workspace.refused.{code}"
        key = known if words().knows(known) else "workspace.refused.other"
        raise click.ClickException(say(key, why=f"{_method(error)}: {code}")) from error
    except ChatSilentError as error:
        cause = error.__cause__ if isinstance(error.__cause__, OSError) else ""
        why = clean(f"{error} {cause}")
        raise click.ClickException(say("workspace.silent", why=why)) from error


def whose(slack: SlackApi) -> Bot:
    told = slack.look_up("auth.test")
    return Bot(
        name=clean(str(told.get("user"))),
        workspace=clean(str(told.get("team"))),
        url=clean(str(told.get("url"))),
        is_bot=bool(told.get("bot_id")),
    )


def _method(error: ChatRefusedError) -> str:
    return str(error).partition(":")[0]
