"""The words: every sentence a person reads, by key, from one file per language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("words")
LANGUAGES = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@dataclass(frozen=True, slots=True)
class Words:
    sentences: Mapping[str, str]

    def say(self, key: str, /, **values: object) -> str:
        """Fill one sentence; raise KeyError for a word or a value that is not there."""
        return self.sentences[key].format_map(values).strip()

    def knows(self, key: str) -> bool:
        """Tell if there is such a sentence."""
        return key in self.sentences


@cache
def words_in(language: str) -> Words:
    """Read a language's file once."""
    return words_of(_FOLDER / f"{language}.toml")


def words_of(file: Path) -> Words:
    return Words(dict(_flat(tomllib.loads(file.read_text(encoding="utf-8")), "")))


def _flat(table: Mapping[str, object], before: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, Mapping):
            found += _flat(value, f"{before}{name}.")
        else:
            found.append((f"{before}{name}", str(value)))
    return found
