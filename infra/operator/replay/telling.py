"""A replay as an operator reads it; strangers' text cannot steer the terminal."""

from collections.abc import Iterator
from pathlib import Path

import click

from chalice_app.domain.phase import phase_of
from chalice_app.domain.trail_time import written
from chalice_app.views.slack_text import utc
from chalice_app.views.terminal import printable
from infra.operator.replay.facts import (
    Key,
    Replayed,
    alerts,
    by_whom,
    in_channel_too,
    lines,
    who,
)
from infra.operator.replay.notes import notes
from infra.operator.replay.retelling import Told
from infra.operator.replay.sources import Source
from infra.operator.wording import say


def as_text(found: Replayed) -> str:
    parts = (
        _source(found.source),
        _counts(found),
        *_actors(found),
        *map(_key, found.keys),
        *_unread(found.source),
        _listed(say("replay.notes"), (f"- {it}" for it in notes(found.source))),
    )
    return "\n\n".join(parts)


def visible(text: str) -> str:
    return printable(text, kept="")


def _source(source: Source) -> str:
    if source.history:
        since = utc(source.history.since)
        return say("replay.of_history", region=source.history.region, since=since)
    return say("replay.of_folder", folder=_path(source.folder), files=source.files)


def _counts(found: Replayed) -> str:
    told = found.told
    return say(
        "replay.counts",
        alerts=alerts(told),
        lines=lines(told),
        channel=sum(in_channel_too(it) for it in told if it.case),
        silent=found.silent,
    )


def _actors(found: Replayed) -> Iterator[str]:
    rows = [f"{number:5}  {visible(name)}" for name, number in by_whom(found.told)]
    if rows:
        yield _listed(say("replay.by"), iter(rows))


def _key(key: Key) -> str:
    head = say(
        "replay.key",
        key=visible(key.name),
        alerts=alerts(key.told),
        lines=lines(key.told),
    )
    return _listed(head, map(_row, key.told))


def _row(told: Told) -> str:
    event, case = told.event, told.case
    way = "alert" if told.alerts else "both" if in_channel_too(told) else "line"
    refused = say("replay.refused", event=event.name, error=event.error)
    row = say(
        "replay.row",
        at=written(event.occurred_at),
        way=say(f"replay.way.{way}"),
        case=case.label if case else "",
        event=refused if event.error else event.name,
        who=who(told),
        phase=phase_of(case).replace("_", " ") if case else "",
    )
    return f"  {visible(row)}"


def _unread(source: Source) -> Iterator[str]:
    if source.heard.unread:
        yield say("replay.unread", number=source.heard.unread)
    if source.broken:
        rows = (
            f"  {_path(it.path)}: {say(f'replay.fault.{it.fault}')}"
            for it in source.broken
        )
        yield _listed(say("replay.broken", number=len(source.broken)), rows)


def _path(path: Path | None) -> str:
    return visible(click.format_filename(path or ""))


def _listed(head: str, rows: Iterator[str]) -> str:
    return "\n".join((head, *rows))
