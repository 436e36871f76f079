"""What the browser asks for, read field by field, and the answer that it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

# One JSON object, as it came.
Wish = Mapping[str, object]


class BadWishError(Exception):
    """What the browser sent cannot be read; its text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Whether it was done, and the sentence that is shown."""

    ok: bool
    said: str


Act = Callable[[Wish], Said]


def text(wish: Wish, name: str) -> str:
    value = wish.get(name)
    if not isinstance(value, str) or not value:
        raise BadWishError(f"{name!r} must be a text that is not empty.")
    return value


def whole(wish: Wish, name: str) -> int:
    value = wish.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadWishError(f"{name!r} must be a whole number.")
    return value


def filled_in(wish: Wish, name: str) -> Mapping[str, str | tuple[str, ...]]:
    """Read an object whose values are texts, empty ones too, or lists of texts."""
    value = wish.get(name)
    if not isinstance(value, dict):
        raise BadWishError(f"{name!r} must be an object.")
    return {key: _text_or_texts(each, name) for key, each in value.items()}


def _text_or_texts(value: object, name: str) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise BadWishError(f"Each value in {name!r} must be a text, or a list of texts.")


def one_of(wish: Wish, name: str, known: Mapping[str, object]) -> str:
    value = text(wish, name)
    if value not in known:
        raise BadWishError(f"{name!r} must be one of: {', '.join(known)}.")
    return value
