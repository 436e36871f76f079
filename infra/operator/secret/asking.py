"""Asks for a secret without showing it; without a terminal, reads the next line."""

import sys

import click

from infra.operator.wording import say

_LONGEST = 1000


def asked(what: str) -> str:
    if sys.stdin.isatty():
        label = say(f"secret.label.{what}")
        return str(click.prompt(label, hide_input=True, err=True)).strip()
    # Bytes that are no text must not come back in a traceback.
    line = sys.stdin.buffer.readline(_LONGEST)
    text = line.decode("ascii", "replace").strip()
    if not text:
        raise click.UsageError(say("secret.lines"))
    return text
