"""What is wrong with Reprieve itself, from the first sweep that saw it to its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from chalice_app.domain.watcher.finding import Finding, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What one check has found."""

    check: str
    findings: Sequence[Finding]

    @property
    def done(self) -> bool:
        return not any(it.verdict is Verdict.UNCHECKED for it in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """One fault; `mailed` and `posted` tell whether people have heard of it."""

    id: str
    check: str
    name: str
    values: Mapping[str, str]
    since: datetime  # the time of the first sweep that saw it
    healed_at: datetime | None = None
    mailed: bool = False
    posted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """Troubles of which every sweep has seen one at least; they share one message."""

    id: str
    began_at: datetime
    troubles: tuple[Trouble, ...] = ()
    farewell: bool = False  # its end is mailed

    @property
    def open(self) -> tuple[Trouble, ...]:
        return tuple(it for it in self.troubles if it.healed_at is None)

    @property
    def unmailed(self) -> tuple[Trouble, ...]:
        return tuple(it for it in self.open if not it.mailed)

    @property
    def unposted(self) -> tuple[Trouble, ...]:
        return tuple(it for it in self.open if not it.posted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What the table keeps between sweeps.

    `doubts` are what could not be checked, with the first sweep that could not: it is
    told when another sweep could not, either.
    """

    outage: Outage | None = None
    doubts: Mapping[str, str] = field(default_factory=dict)


def mailed(outage: Outage) -> Outage:
    """Note that people were mailed of all that is open, or of the end."""
    told = tuple(replace(it, mailed=True) for it in outage.troubles)
    return replace(outage, troubles=told, farewell=not outage.open)


def posted(outage: Outage) -> Outage:
    """Note that the channel has heard of all that is open."""
    return replace(
        outage, troubles=tuple(replace(it, posted=True) for it in outage.troubles)
    )
