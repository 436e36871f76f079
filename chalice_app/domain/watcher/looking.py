"""What a sweep has found of Reprieve itself, brought into what the last one knew."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from chalice_app.domain.watcher.finding import Finding, Verdict
from chalice_app.domain.watcher.outage import Looked, Outage, Trouble, Watch

_RAISED = frozenset({Verdict.WRONG, Verdict.UNCHECKED})
_HEALED_MOST = 40
# Two sweeps see the same fault, though AWS gives another reason for it.
_REASONS = frozenset({"why", "state", "code"})


def looked(watch: Watch, seen: Sequence[Looked], at: datetime) -> Watch:
    """Bring in what a sweep has found; a check that was not made heals nothing."""
    found = {it.id: it for each in seen for it in _troubles(each, at)}
    unmade = {it.check for it in seen if not it.done}
    doubtful = {key for each in seen if not each.done for key in _doubts(each)}
    doubts = {key: watch.doubts.get(key, at.isoformat()) for key in sorted(doubtful)}
    fresh = {key for key, since in doubts.items() if since == at.isoformat()}
    raised = {key: it for key, it in found.items() if key not in fresh}
    return Watch(outage=_joined(watch.outage, raised, unmade, at), doubts=doubts)


def _joined(
    outage: Outage | None,
    raised: Mapping[str, Trouble],
    unmade: Collection[str],
    at: datetime,
) -> Outage | None:
    if outage is None and not raised:
        return None
    outage = outage or Outage(id=f"watch-{at:%Y%m%dT%H%M%SZ}", began_at=at)
    kept = _recent(_again(it, raised, unmade, at) for it in outage.troubles)
    known = {it.id for it in kept if it.healed_at is None}
    new = [it for key, it in raised.items() if key not in known]
    return replace(outage, troubles=(*kept, *new))


def _recent(troubles: Iterable[Trouble]) -> list[Trouble]:
    """Forget the oldest of what has healed: something may come and go for days."""
    listed = list(troubles)
    forgotten = [it for it in listed if it.healed_at][:-_HEALED_MOST]
    return [it for it in listed if it not in forgotten]


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
