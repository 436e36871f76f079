"""Whether a drill lies among the dead letters, and why."""

import click

from chalice_app.views.terminal import printable
from infra.dead_letters.queues import DeadLetters, asking
from infra.operator.wording import say


def buried(drill_id: str, stage: str, profile: str | None) -> str:
    """Say what the dead letters know of a drill; they stay where they are."""
    try:
        with asking(stage):
            queues = DeadLetters(stage, profile)
            try:
                found = [it for it in queues.all() if drill_id in it.raw.body]
            finally:
                queues.give_back()
    except click.ClickException as error:
        return say("test-alert.letters_not_read", why=error.message)
    if not found:
        return say("test-alert.no_letter")
    letter = found[0]
    return say("test-alert.letter", kind=letter.kind, why=printable(letter.why))
