"""The operator's commands: python -m chalice_app."""

from pathlib import Path
from typing import IO, Any

import click

from chalice_app.domain.json_text import LONGEST
from chalice_app.domain.key import KeyState
from chalice_app.domain.unreadable import UnreadableEventError
from chalice_app.preview.alert import NoStateError
from chalice_app.preview.forms import FORMS
from infra.dead_letters.commands import dead_letters
from infra.operator.doctor.command import doctor
from infra.operator.drill.commands import test_alert
from infra.operator.hello import hello
from infra.operator.manifest import manifest
from infra.operator.replay.command import replay
from infra.operator.secret.command import secret


class CannotReadError(click.ClickException):
    """A file holds no key event, or cannot be opened, or has no such state."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.format_message(), file=file, err=True)


@click.group()
def commands() -> None:
    """Reprieve tells people when a KMS key is in danger."""


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "form", flag_value="json", help="Print the facts as JSON.")
@click.option("--email", "form", flag_value="email", help="Print the e-mail.")
@click.option("--slack", "form", flag_value="slack", help="Print Slack's message.")
@click.option(
    "--reminders",
    "form",
    flag_value="reminders",
    help="Print what people would be reminded of, and when.",
)
@click.option(
    "--state",
    "named",
    type=click.Choice([state.value for state in KeyState]),
    help="What KMS says five minutes after the event.",
)
@click.option(
    "--picture",
    type=click.Path(path_type=Path),
    metavar="PAGE",
    help="Write message and e-mail as a page into this file.",
)
@click.option("--open", "opened", is_flag=True, help="Open that page in a browser.")
def preview(
    file: Path,
    form: str | None,
    named: str | None,
    picture: Path | None,
    *,
    opened: bool,
) -> None:
    """Show what Reprieve makes of the event in FILE, without AWS or Slack.

    Without --state the key is taken to be in the state that the event leads to. A key
    that is named as dying dies on the event's date, or else 30 days after the event.

    The page is one file that fetches nothing, so it can be sent on. --open alone writes
    it into a temporary file, and says where.
    """
    content, state = _content(file), KeyState(named) if named else None
    drawn = opened or picture is not None
    try:
        if form or not drawn:
            click.echo(FORMS[form](content, state))
        if drawn:
            _draw(content, state, picture, opened=opened)
    except (UnreadableEventError, NoStateError) as reason:
        raise CannotReadError(str(reason)) from reason


def _draw(
    content: bytes, state: KeyState | None, file: Path | None, *, opened: bool
) -> None:
    from infra.operator.picture.drawing import draw

    draw(content, state, file, opened=opened)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LONGEST + 1)
    except OSError as error:
        name = click.format_filename(file)
        raise CannotReadError(f"{name} cannot be read: {error.strerror}.") from error


for _command in (
    dead_letters,
    doctor,
    hello,
    manifest,
    replay,
    secret,
    test_alert,
):
    commands.add_command(_command)

if __name__ == "__main__":
    commands()
