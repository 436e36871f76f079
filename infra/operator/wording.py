"""The sentences of the operator's commands: a file in `words` for each command."""

from functools import cache
from pathlib import Path

from chalice_app.views.words import Words, words_of

_FOLDER = Path(__file__).with_name("words")


@cache
def words() -> Words:
    """Read all files once; a key begins with the name of its file."""
    return Words(
        {
            f"{path.stem}.{key}": sentence
            for path in sorted(_FOLDER.glob("*.toml"))
            for key, sentence in words_of(path).sentences.items()
        }
    )


def say(key: str, /, **values: object) -> str:
    return words().say(key, **values)
