"""A file that holds what a part of the sandbox remembers; kill -9 at any moment may."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

# What one store holds, by name.
Contents = Mapping[str, Any]
_TABLE = """
    CREATE TABLE IF NOT EXISTS kept (
        store TEXT, name TEXT, value TEXT, PRIMARY KEY (store, name)
    )
"""
_WRITE = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)"
_FORGET = "DELETE FROM kept WHERE store = ? AND name = ?"


class Keeper:
    def __init__(self, file: Path, spell: Callable[[object], object]) -> None:
        """`spell` turns what JSON does not know into what it knows."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self._spell = spell
        self._base = sqlite3.connect(
            file, isolation_level=None, check_same_thread=False
        )
        # The page cache outlives a killed process, so nothing waits for the disk.
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = OFF")
        self._base.execute(_TABLE)
        self._kept = {(store, name): value for store, name, value in self._rows()}

    def kept(
        self, read: Callable[[dict[str, Any]], object]
    ) -> dict[str, dict[str, Any]]:
        """Give each store as it was saved; `read` undoes the spelling."""
        stores: dict[str, dict[str, Any]] = {}
        for (store, name), value in self._kept.items():
            stores.setdefault(store, {})[name] = json.loads(value, object_hook=read)
        return stores

    def save(self, stores: Mapping[str, Contents]) -> None:
        """Write all that has changed in these stores, or nothing of it."""
        new = {
            (store, name): json.dumps(value, default=self._spell)
            for store, contents in stores.items()
            for name, value in contents.items()
        }
        changed = [
            (*row, value) for row, value in new.items() if self._differs(row, value)
        ]
        gone = [row for row in self._kept if row[0] in stores and row not in new]
        if not (changed or gone):
            return
        self._base.execute("BEGIN")
        self._base.executemany(_WRITE, changed)
        self._base.executemany(_FORGET, gone)
        self._base.execute("COMMIT")
        self._kept = {
            row: value for row, value in self._kept.items() if row[0] not in stores
        } | new

    def close(self) -> None:
        self._base.close()

    def _differs(self, row: tuple[str, str], value: str) -> bool:
        return self._kept.get(row) != value

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        yield from self._base.execute("SELECT store, name, value FROM kept")
