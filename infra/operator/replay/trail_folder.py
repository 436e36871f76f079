"""Reads a folder of CloudTrail's log files, as a trail leaves them in its bucket."""

import gzip
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_ENDINGS = (".json", ".json.gz")
_DIGESTS = "CloudTrail-Digest"  # beside the log files: hashes of them, and no events
_LONGEST = 256 * 2**20  # CloudTrail closes its files long before


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailFile:
    """One file's records, or why it has none."""

    path: Path
    records: tuple[object, ...] = ()
    fault: str = ""


class _NotATrailFileError(Exception):
    """The file is no log file of CloudTrail; str() names the reason's words."""


def files_in(folder: Path) -> tuple[Path, ...]:
    """List the log files at any depth, and each folder that cannot be looked into."""
    closed: list[Path] = []
    found: list[Path] = []
    for place, _, names in os.walk(folder, onerror=_naming(closed)):
        if _DIGESTS not in Path(place).parts:
            files = (Path(place, it) for it in names if it.endswith(_ENDINGS))
            found += (it for it in files if it.is_file())
    return tuple(sorted(found + closed))


def read_files(
    paths: Iterable[Path], *, longest: int = _LONGEST
) -> Iterator[TrailFile]:
    for path in paths:
        try:
            yield TrailFile(path=path, records=_records(path, longest))
        except _NotATrailFileError as error:
            yield TrailFile(path=path, fault=str(error))


def _naming(closed: list[Path]) -> Callable[[OSError], None]:
    return lambda error: closed.append(Path(error.filename))


def _records(path: Path, longest: int) -> tuple[object, ...]:
    try:
        document = json.loads(_content(path, longest))
    except RecursionError as error:
        raise _NotATrailFileError("deep") from error
    except ValueError as error:  # of JSON and of UTF-8
        raise _NotATrailFileError("no_json") from error
    records = document.get("Records") if isinstance(document, dict) else None
    if not isinstance(records, list):
        raise _NotATrailFileError("no_records")
    return tuple(records)


def _content(path: Path, longest: int) -> bytes:
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rb") as file:
            content = file.read(longest + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise _NotATrailFileError("no_gzip") from error
    except OSError as error:
        raise _NotATrailFileError("unread") from error
    if len(content) > longest:
        raise _NotATrailFileError("long")
    return content
