"""Turn the domain's frozen dataclasses into JSON text, and back by annotations."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_text(value: object) -> str:
    """Write a dataclass as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def from_text(shape: type[T], text: str) -> T:
    """Read what to_text wrote; a field that it lacks takes its default."""
    return cast("T", _shaped(shape, json.loads(text)))


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {it.name: _plain(getattr(value, it.name)) for it in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, tuple):
        return [_plain(it) for it in value]
    return value


def _shaped(shape: Any, value: Any) -> object:  # noqa: ANN401
    origin, inner = get_origin(shape), get_args(shape)
    if origin is UnionType:
        return None if value is None else _shaped(_only(inner), value)
    if origin in {tuple, frozenset}:
        return origin(_shaped(inner[0], it) for it in value)
    if origin is Mapping:
        return value
    if is_dataclass(shape):
        return _built(cast("type", shape), value)
    if shape is datetime:
        return datetime.fromisoformat(value)
    return shape(value) if issubclass(shape, Enum) else value


def _built(shape: type, value: Mapping[str, object]) -> object:
    hints = get_type_hints(shape)
    known = {name: it for name, it in value.items() if name in hints}
    return shape(**{name: _shaped(hints[name], it) for name, it in known.items()})


def _only(inner: tuple[Any, ...]) -> Any:  # noqa: ANN401
    return next(it for it in inner if it is not NoneType)
