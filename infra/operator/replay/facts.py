"""What a replay found, as facts: the document of `--json`."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalice_app.domain.case import Case
from chalice_app.domain.joining import about
from chalice_app.domain.phase import phase_of
from chalice_app.domain.trail_time import written
from chalice_app.views.naming import actor_name
from chalice_app.views.thread_line import is_urgent
from chalice_app.views.words import words_in
from infra.operator.replay.notes import notes
from infra.operator.replay.retelling import Told, retold
from infra.operator.replay.sources import Source

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key, or key store, about which people would have been told."""

    name: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    source: Source
    told: tuple[Told, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        found: dict[str, list[Told]] = defaultdict(list)
        for it in self.told:
            if it.case:
                found[about(it.event.subject, it.event.event_id)].append(it)
        return tuple(Key(name=name, told=tuple(it)) for name, it in found.items())

    @property
    def silent(self) -> int:
        return sum(it.case is None for it in self.told)


def replayed(source: Source) -> Replayed:
    return Replayed(source=source, told=retold(source.heard.events))


def alerts(told: Sequence[Told]) -> int:
    return sum(it.alerts for it in told)


def lines(told: Sequence[Told]) -> int:
    return sum(it.case is not None and not it.alerts for it in told)


def by_whom(told: Sequence[Told]) -> list[tuple[str, int]]:
    """Count the alerts of each actor, most first."""
    counted = Counter(who(it) for it in told if it.alerts)
    return sorted(counted.items(), key=lambda it: (-it[1], it[0]))


def who(told: Told) -> str:
    return actor_name(told.event, words_in("en"))


def in_channel_too(told: Told) -> bool:
    """Tell if a line in the thread is shown in the channel as well."""
    return not told.alerts and is_urgent(told.event)


def as_facts(found: Replayed) -> Facts:
    source = found.source
    return {
        "source": _source(source),
        "alerts": alerts(found.told),
        "folded": lines(found.told),
        "told_to_nobody": found.silent,
        "alerts_by": [
            {"actor": name, "alerts": number} for name, number in by_whom(found.told)
        ],
        "keys": [_key(it) for it in found.keys],
        "unreadable_records": source.heard.unread,
        "broken_files": [
            {"file": str(it.path), "fault": it.fault} for it in source.broken
        ],
        "notes": list(notes(source)),
    }


def _source(source: Source) -> Facts:
    if source.history:
        since = written(source.history.since)
        return {"kind": "history", "region": source.history.region, "since": since}
    return {"kind": "folder", "folder": str(source.folder), "files": source.files}


def _key(key: Key) -> Facts:
    return {
        "key": key.name,
        "alerts": alerts(key.told),
        "folded": lines(key.told),
        "timeline": [_entry(it, it.case) for it in key.told if it.case],
    }


def _entry(told: Told, case: Case) -> Facts:
    event = told.event
    return {
        "at": written(event.occurred_at),
        "event": event.name,
        "event_id": event.event_id,
        "actor": who(told),
        "error": event.error,
        "told_as": "alert" if told.alerts else "line",
        "in_channel_too": in_channel_too(told),
        "case": case.label,
        "phase": phase_of(case).value,
    }
