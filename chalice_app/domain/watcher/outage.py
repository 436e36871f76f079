"""What is wrong with Reprieve itself, from the first sweep that saw it to its end."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from chalice_app.domain.watcher.finding import Finding, Verdict

_RAISED = frozenset({Verdict.WRONG, Verdict.UNCHECKED})
# Two sweeps see the same fault, though AWS gives another reason for it.
_REASONS = frozenset({"why", "state", "code"})


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
    """Troubles without a whole hour between them; they share one message."""

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


def looked(watch: Watch, seen: Sequence[Looked], at: datetime) -> Watch:
    """Bring in what a sweep has found; a check that was not made heals nothing."""
    found = {it.id: it for each in seen for it in _troubles(each, at)}
    unmade = {it.check for it in seen if not it.done}
    doubtful = {key for each in seen if not each.done for key in _doubts(each)}
    doubts = {key: watch.doubts.get(key, at.isoformat()) for key in sorted(doubtful)}
    fresh = {key for key, since in doubts.items() if since == at.isoformat()}
    raised = {key: it for key, it in found.items() if key not in fresh}
    return Watch(outage=_joined(watch.outage, raised, unmade, at), doubts=doubts)


def mailed(outage: Outage) -> Outage:
    """Note that people were mailed of all that is open, or of the end."""
    told = tuple(replace(it, mailed=True) for it in outage.troubles)
    return replace(outage, troubles=told, farewell=not outage.open)


def posted(outage: Outage) -> Outage:
    """Note that the channel has heard of all that is open."""
    return replace(
        outage, troubles=tuple(replace(it, posted=True) for it in outage.troubles)
    )


def _joined(
    outage: Outage | None,
    raised: Mapping[str, Trouble],
    unmade: Collection[str],
    at: datetime,
) -> Outage | None:
    if outage is None and not raised:
        return None
    outage = outage or Outage(id=f"watch-{at:%Y%m%dT%H%M%SZ}", began_at=at)
    kept = [_again(it, raised, unmade, at) for it in outage.troubles]
    known = {it.id for it in kept if it.healed_at is None}
    new = [it for key, it in raised.items() if key not in known]
    return replace(outage, troubles=(*kept, *new))


def _again(
    trouble: Trouble,
    raised: Mapping[str, Trouble],
    unmade: Collection[str],
    at: datetime,
) -> Trouble:
    there = trouble.id in raised or trouble.check in unmade
    if trouble.healed_at or there:
        return trouble
    return replace(trouble, healed_at=at)


def _troubles(seen: Looked, at: datetime) -> Iterator[Trouble]:
    for finding in seen.findings:
        if finding.verdict in _RAISED:
            yield Trouble(
                id=_id(seen.check, finding),
                check=seen.check,
                name=finding.name,
                values={name: str(it) for name, it in finding.values.items()},
                since=at,
            )


def _doubts(seen: Looked) -> Iterator[str]:
    for finding in seen.findings:
        if finding.verdict is Verdict.UNCHECKED:
            yield _id(seen.check, finding)


def _id(check: str, finding: Finding) -> str:
    named = sorted(set(finding.values) - _REASONS)
    told = ", ".join(str(finding.values[it]) for it in named)
    return f"{check}: {finding.name}: {told}"
