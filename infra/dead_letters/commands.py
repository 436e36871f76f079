"""The command `dead-letters`: list, show and redrive."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from infra.dead_letters.letter import Letter
from infra.dead_letters.telling import as_facts, as_list, as_page
from infra.operator.options import as_json as json_option
from infra.operator.options import of_a_stage

if TYPE_CHECKING:
    from infra.dead_letters.queues import DeadLetters


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    stage: str
    profile: str | None
    as_json: bool


@click.group("dead-letters", invoke_without_command=True)
@of_a_stage
@json_option
@click.pass_context
def dead_letters(
    context: click.Context, *, stage: str, profile: str | None, as_json: bool
) -> None:
    """List what could not be delivered or carried out; show or redrive it."""
    context.obj = Asked(stage=stage, profile=profile, as_json=as_json)
    if context.invoked_subcommand is None:
        context.invoke(listed)


@dead_letters.command("list")
@click.pass_obj
def listed(asked: Asked) -> None:
    """List the letters of both queues, the oldest first."""
    with _in_hand(asked) as (_queues, letters):
        facts = [dict(as_facts(letter)) for letter in letters]
        click.echo(json.dumps(facts) if asked.as_json else as_list(letters))


@dead_letters.command()
@click.argument("which")
@click.pass_obj
def show(asked: Asked, which: str) -> None:
    """Show one letter in full: WHICH is its number in the list, or its id."""
    with _in_hand(asked) as (_queues, letters):
        letter = _picked(letters, which)
        facts = {**as_facts(letter), "content": letter.content}
        click.echo(json.dumps(facts) if asked.as_json else as_page(letter, asked.stage))


@dead_letters.command("redrive")
@click.argument("which", required=False)
@click.option("--all", "every", is_flag=True, help="All events; presses stay.")
@click.pass_obj
def redriven(asked: Asked, which: str | None, *, every: bool) -> None:
    """Send an event again; a press is only shown, and never carried out from here."""
    from infra.dead_letters.redrive import redrive

    if every == (which is not None):
        raise click.UsageError("Name one letter, or give --all.")
    with _in_hand(asked) as (queues, letters):
        wanted = letters if which is None else (_picked(letters, which),)
        sent = [letter for letter in wanted if redrive(letter, queues)]
        left = [letter for letter in wanted if letter not in sent]
    _tell_sent(asked, sent, left)
    if which and left:
        raise click.ClickException("This letter is only shown; look at it with show.")


def _tell_sent(asked: Asked, sent: Sequence[Letter], left: Sequence[Letter]) -> None:
    if asked.as_json:
        ids = {"sent": [it.raw.id for it in sent], "left": [it.raw.id for it in left]}
        click.echo(json.dumps(ids))
        return
    click.echo(
        f"Sent again: {len(sent)}. Only shown, and left where they are: {len(left)}."
    )


@contextmanager
def _in_hand(asked: Asked) -> Iterator[tuple["DeadLetters", tuple[Letter, ...]]]:
    """Hold the letters while they are looked at; what is left goes back at once."""
    from infra.dead_letters.queues import DeadLetters, asking

    with asking(asked.stage):
        queues = DeadLetters(asked.stage, asked.profile)
        letters = queues.all()
        try:
            yield queues, letters
        finally:
            queues.give_back()


def _picked(letters: Sequence[Letter], which: str) -> Letter:
    numbered = {str(number): it for number, it in enumerate(letters, start=1)}
    found = {it.raw.id: it for it in letters} | numbered
    if which in found:
        return found[which]
    raise click.ClickException(f"There is no dead letter {which!r}; list them first.")
