"""The operator's commands: python -m chalice_app."""

from pathlib import Path
from typing import IO, Any

import click

from chalice_app.domain.json_text import LONGEST
from chalice_app.domain.unreadable import UnreadableEventError
from chalice_app.preview import FORMS
from infra.dead_letters.commands import dead_letters
from infra.operator.drill.commands import test_alert


class CannotReadError(click.ClickException):
    """A file holds no key event, or cannot be opened."""

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
def preview(file: Path, form: str | None) -> None:
    """Show what Reprieve makes of the event in FILE, without AWS or Slack."""
    try:
        shown = FORMS[form](_content(file))
    except UnreadableEventError as reason:
        raise CannotReadError(str(reason)) from reason
    click.echo(shown)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LONGEST + 1)
    except OSError as error:
        name = click.format_filename(file)
        raise CannotReadError(f"{name} cannot be read: {error.strerror}.") from error


commands.add_command(dead_letters)
commands.add_command(test_alert)

if __name__ == "__main__":
    commands()
