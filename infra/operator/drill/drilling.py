"""One drill from its sending to its end, told as it goes."""

from collections.abc import Callable
from dataclasses import dataclass

import click

from infra.operator.drill.buried import buried
from infra.operator.drill.following import follow, looking_for
from infra.operator.drill.hops import Hop, hops_of, silent
from infra.operator.drill.sending import Sent, send
from infra.operator.drill.telling import lines, total
from infra.operator.installation import Installation
from infra.operator.wording import say

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    profile: str | None
    timeout: int
    press: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`why` says which hop is silent and where to look; None if all have answered."""

    sent: Sent
    hops: tuple[Hop, ...]
    why: str | None


def drill(here: Installation, asked: Asked, tell: Tell) -> Report:
    settings = here.settings
    if asked.press and not settings.anybody_may_press:
        raise click.ClickException(say("test-alert.nobody"))
    sent = send(here)
    seconds = f"{sent.seconds:.2f}"
    tell(say("test-alert.sent", drill=sent.id, stage=settings.stage, seconds=seconds))
    if asked.press:
        tell(say("test-alert.then_press"))
    hops = _followed(here, sent, asked, tell)
    why = _why(here, sent, hops, asked)
    for line in filter(None, (total(hops), say("test-alert.email"), why)):
        tell(line)
    return Report(sent=sent, hops=hops, why=why)


def _followed(
    here: Installation, sent: Sent, asked: Asked, tell: Tell
) -> tuple[Hop, ...]:
    shown, hops = 0, hops_of(None, press=asked.press)
    look = looking_for(here, sent.id, press=asked.press)
    for hops in follow(look, asked.timeout):
        told = lines(hops)
        for line in told[shown:]:
            tell(line)
        shown = len(told)
    return hops


def _why(
    here: Installation, sent: Sent, hops: tuple[Hop, ...], asked: Asked
) -> str | None:
    name, stage = silent(hops), here.settings.stage
    if name is None:
        return None
    said = say(f"test-alert.silent.{name}", stage=stage, seconds=asked.timeout)
    return f"{said} {buried(sent.id, stage, asked.profile)}"
