"""Careful reading of JSON in which any part may be missing or of the wrong type."""

from collections.abc import Mapping

Fields = Mapping[str, object]


def value_at(document: object, *path: str) -> object:
    for step in path:
        document = document.get(step) if isinstance(document, Mapping) else None
    return document


def fields_at(document: object, *path: str) -> Fields:
    found = value_at(document, *path)
    return found if isinstance(found, Mapping) else {}


def text_at(document: object, *path: str, limit: int = 256) -> str | None:
    """Return text that can be stored and shown: not blank, of bounded length, UTF-8."""
    found = value_at(document, *path)
    if not isinstance(found, str) or not found.strip():
        return None
    # JSON may escape half of a surrogate pair, which no UTF-8 text can hold.
    return found[:limit].encode(errors="replace").decode()
