"""A folder that keeps a reading of the event history, so that it can go on later."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chalice_app.adapters.plain import from_text, to_text
from infra.operator.replay.listening import is_heard
from infra.operator.replay.reading import Page, Reading
from infra.operator.replay.trail_folder import TrailFile, files_in, read_files

_MARK = "reading.next"
_OWNER_ONLY = 0o600


class ShelfError(Exception):
    """The folder cannot be gone on with; str() names the words that say why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    folder: Path

    def begun(self, fresh: Reading) -> Reading:
        """Give where to go on, or the fresh reading where nothing was kept."""
        mark = self.folder / _MARK
        if not mark.exists():
            if self.folder.exists() and any(self.folder.iterdir()):
                raise ShelfError("other")
            return fresh
        text = mark.read_text(encoding="utf-8")
        if not text:
            raise ShelfError("whole")
        kept = _read_back(text)
        if kept.region != fresh.region:
            raise ShelfError("region")
        return kept

    def files(self) -> Iterator[TrailFile]:
        """Read what was kept before."""
        return read_files(files_in(self.folder) if self.folder.exists() else ())

    def keep(self, page: Page, before: Reading, after: Reading | None) -> None:
        """Keep what concerns keys of a page, and only then where to go on."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        records = [it for it in page.records if is_heard(it)]
        if records:
            text = json.dumps({"Records": records})
            _write(self.folder / f"page-{before.pages:05}.json", text)
        _write(self.folder / _MARK, to_text(after) if after else "")


def _read_back(text: str) -> Reading:
    try:
        return from_text(Reading, text)
    except (AttributeError, TypeError, ValueError) as error:
        raise ShelfError("other") from error


def _write(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.touch(mode=_OWNER_ONLY)
    part.write_text(text, encoding="utf-8")
    part.replace(path)
