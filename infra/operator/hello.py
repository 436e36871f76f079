"""The command `hello`: one line in the channel, as a first word from the bot."""

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from infra.operator.options import as_json as json_option
from infra.operator.options import of_a_stage
from infra.operator.wording import say

if TYPE_CHECKING:
    from chalice_app.adapters.slack_api import SlackApi
    from infra.operator.installation import Installation


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    channel: str
    ts: str
    text: str
    permalink: str | None


@click.command()
@of_a_stage
@json_option
def hello(*, stage: str, profile: str | None, as_json: bool) -> None:
    """Post a line in the channel: what is told there, and who may press.

    It mentions who may press, so Slack notifies them, and each run posts a new line.
    Channel and responders are those of this checkout's configuration: deploy first.
    """
    from infra.operator.installation import installation
    from infra.operator.slack_app import asking_slack

    with installation(stage, profile) as at, asking_slack():
        posted = _posted(at)
    _tell(posted, as_json=as_json)


def _posted(at: "Installation") -> Posted:
    from chalice_app.views.greeting import greeting
    from chalice_app.views.words import words_in
    from infra.operator.kept_secret import kept_token
    from infra.operator.slack_app import slack_of

    kept, settings = kept_token(at), at.settings
    text = greeting(
        (kept.account, kept.region),
        settings.responders,
        settings.responder_group,
        words_in(settings.language),
    )
    slack = slack_of(settings.slack_api, kept.text)
    channel, ts = _post(slack, settings.channel, text)
    link = _permalink(slack, channel, ts)
    return Posted(channel=channel, ts=ts, text=text, permalink=link)


def _post(slack: "SlackApi", channel: str, text: str) -> tuple[str, str]:
    from chalice_app.errors import ChatSilentError

    try:
        told = slack.ask(
            "chat.postMessage",
            channel=channel,
            text=text,
            unfurl_links=False,
            unfurl_media=False,
        )
    except ChatSilentError as error:
        sentence = say("hello.unclear", channel=channel)
        raise click.ClickException(sentence) from error
    return told["channel"], told["ts"]


def _permalink(slack: "SlackApi", channel: str, ts: str) -> str | None:
    from chalice_app.errors import ChatRefusedError, ChatSilentError

    try:
        told = slack.look_up("chat.getPermalink", channel=channel, message_ts=ts)
    except (ChatRefusedError, ChatSilentError):
        return None
    return str(told["permalink"])


def _tell(posted: Posted, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(posted)))
        return
    click.echo(say("hello.posted", channel=posted.channel, text=posted.text))
    key = "hello.link" if posted.permalink else "hello.no_link"
    click.echo(say(key, link=posted.permalink))
