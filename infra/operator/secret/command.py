"""The command `secret set`, from the prompt to what is said at the end."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from infra.operator.options import as_json as json_option
from infra.operator.options import of_a_stage
from infra.operator.secret import forms
from infra.operator.secret.asking import asked
from infra.operator.wording import say

if TYPE_CHECKING:
    from infra.operator.slack_app import Bot


@click.group()
def secret() -> None:
    """Store Slack's two secrets of a stage."""


@secret.command("set")
@of_a_stage
@json_option
def set_(*, stage: str, profile: str | None, as_json: bool) -> None:
    """Ask for bot token and signing secret, check them, and store both.

    A terminal does not show what you paste. Without a terminal, two lines of the
    standard input are read: the bot token, then the signing secret.
    """
    from infra.operator.installation import installation
    from infra.operator.secret.storing import store

    with installation(stage, profile) as at:
        with _nothing_stored():
            manager = at.session.client("secretsmanager")
            token = _bot_token()
            bot = _bot(at.settings.slack_api, token)
            click.echo(say("secret.bot", name=bot.name, where=bot.workspace), err=True)
            signing_secret = _signing_secret()
        values = {"slack-token": token, "slack-signing-secret": signing_secret}
        stored = store(manager, at.settings, values)
    _tell(bot, stored, as_json=as_json)


@contextmanager
def _nothing_stored() -> Iterator[None]:
    """Add to what ends the command that nothing was stored."""
    try:
        yield
    except click.UsageError:
        raise
    except click.ClickException as stopped:
        sentence = f"{stopped.message} {say('secret.nothing')}"
        raise click.ClickException(sentence) from stopped


def _bot_token() -> str:
    token = asked("token")
    _refuse(forms.fault_of_token(token))
    return token


def _bot(address: str, token: str) -> "Bot":
    from infra.operator.slack_app import asking_slack, slack_of, whose

    with asking_slack():
        bot = whose(slack_of(address, token))
    _refuse(None if bot.is_bot else "user_token")
    return bot


def _signing_secret() -> str:
    text = asked("signing_secret")
    _refuse(forms.fault_of_signing_secret(text))
    if not forms.is_usual_signing_secret(text):
        click.echo(say("secret.unusual"), err=True)
    return text


def _refuse(fault: str | None) -> None:
    if fault:
        raise click.ClickException(say(f"secret.wrong.{fault}"))


def _tell(bot: "Bot", stored: tuple[str, ...], *, as_json: bool) -> None:
    if as_json:
        facts = {"workspace": bot.workspace, "url": bot.url, "bot": bot.name}
        click.echo(json.dumps({**facts, "stored": stored}))
        return
    click.echo(say("secret.stored", names=", ".join(stored)))
