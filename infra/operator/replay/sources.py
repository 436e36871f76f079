"""Where a replay gets its events from: the event history, or a trail's files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from infra.operator.replay.event_history import EventHistory, TokenEndedError
from infra.operator.replay.listening import Heard, heard
from infra.operator.replay.reading import Reading, following, without_token
from infra.operator.replay.shelf import Shelf
from infra.operator.replay.trail_folder import TrailFile

Progress = Callable[[float], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What was heard, of what, and which files could not be read."""

    heard: Heard
    history: Reading | None = None
    folder: Path | None = None
    files: int = 0
    broken: tuple[TrailFile, ...] = ()


def of_files(folder: Path, files: Iterable[TrailFile]) -> Source:
    found, broken = _heard(files)
    return Source(
        heard=Heard.all(found), folder=folder, files=len(found), broken=broken
    )


def of_history(
    history: EventHistory, first: Reading, shelf: Shelf | None, progress: Progress
) -> Source:
    """Read every page from here on; what the shelf has kept comes before them."""
    found, broken = _heard(shelf.files() if shelf else ())
    read = first
    for read, part in _pages(history, first, shelf):
        found.append(part)
        progress(read.share)
    return Source(heard=Heard.all(found), history=read, broken=broken)


def _heard(files: Iterable[TrailFile]) -> tuple[list[Heard], tuple[TrailFile, ...]]:
    found: list[Heard] = []
    broken: list[TrailFile] = []
    for file in files:
        found.append(heard(file.records))
        if file.fault:
            broken.append(file)
    return found, tuple(broken)


def _pages(
    history: EventHistory, first: Reading, shelf: Shelf | None
) -> Iterator[tuple[Reading, Heard]]:
    reading: Reading | None = first
    while reading:
        try:
            page, asked = history.page(reading), reading
        except TokenEndedError:
            reading = without_token(reading)
            continue
        reading = following(asked, page)
        if shelf:
            shelf.keep(page, asked, reading)
        yield reading or asked, heard(page.records)
