"""Writes the picture of a preview, and opens it for whoever asks."""

import os
import tempfile
import webbrowser
from pathlib import Path

import click

from chalice_app.domain.key import KeyState
from infra.operator.picture.page import picture
from infra.operator.wording import say
from infra.sandbox.browser import Browser


def draw(
    document: bytes, state: KeyState | None, file: Path | None, *, opened: bool
) -> None:
    """Tell on stderr where it is, since stdout is for what is printed."""
    drawn = picture(document, state)
    written = _written(drawn, file or _temporary())
    click.echo(say("picture.written", file=click.format_filename(written)), err=True)
    if opened:
        _open(written)


def _written(drawn: str, file: Path) -> Path:
    try:
        file.write_text(drawn, encoding="utf-8")
    except OSError as error:
        name = click.format_filename(file)
        raise click.ClickException(
            say("picture.unwritten", file=name, why=error.strerror)
        ) from error
    return file


def _temporary() -> Path:
    descriptor, name = tempfile.mkstemp(prefix="reprieve-", suffix=".html")
    os.close(descriptor)
    return Path(name)


def _open(file: Path) -> None:
    if not Browser(environment=os.environ).opens:
        raise click.ClickException(say("picture.no_screen"))
    if not webbrowser.open(file.resolve().as_uri()):
        raise click.ClickException(say("picture.no_browser"))
