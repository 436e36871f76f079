"""Whatever arrives is read or refused with a reason, and nothing else happens."""

import json
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from datetime import timedelta
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.key_event import (
    KeyEvent,
    UnreadableEventError,
    read_event,
    read_event_text,
)
from chalice_app.domain.watched import news_of
from tests.domain.recorded import KEY_ARN, NAMES, recorded

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.sampled_from(["\ud800", KEY_ARN, "AssumedRole", "KMS CMK Deletion", "true"])
)
FIELDS = ["event", "detail", "detail-type", "eventName", "eventTime", "userIdentity"]
KEYS = st.sampled_from(FIELDS) | st.text()
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=20,
)


class Slot(NamedTuple):
    """A place in a document, by the part that holds it."""

    holder: Any
    key: Any


def slots_in(part: object) -> Iterator[Slot]:
    pairs: Iterable[tuple[object, object]] = ()
    if isinstance(part, dict):
        pairs = part.items()
    elif isinstance(part, list):
        pairs = enumerate(part)
    for key, inner in list(pairs):
        yield Slot(part, key)
        yield from slots_in(inner)


@st.composite
def damaged_events(draw: st.DrawFn) -> object:
    """Draw a whole event, with up to four parts cut out, swapped or retyped."""
    document = recorded(draw(st.sampled_from(NAMES)))
    for _ in range(draw(st.integers(1, 4))):
        slots = list(slots_in(document))
        holder, key = draw(st.sampled_from(slots))
        other, other_key = draw(st.sampled_from(slots))
        if draw(st.booleans()):
            del holder[key]
        else:
            holder[key] = draw(JSON | st.just(deepcopy(other[other_key])))
    return document


def result_of(read: Callable[..., KeyEvent], document: object) -> KeyEvent | str:
    try:
        return read(document)
    except UnreadableEventError as error:
        return str(error)


def check(read: Callable[..., KeyEvent], document: object) -> None:
    result = result_of(read, document)
    if isinstance(result, str):
        assert result.endswith(".")
        return
    assert result.name
    assert result.event_id
    assert result.subject.name
    assert result.occurred_at.utcoffset() == timedelta(0)
    assert repr(result).encode()
    news_of(result)


@given(JSON)
def test_any_json_is_read_or_refused(document: object) -> None:
    check(read_event, document)


@given(damaged_events())
def test_any_damaged_event_is_read_or_refused(document: object) -> None:
    check(read_event, document)
    check(read_event_text, json.dumps(document))


@given(st.binary() | st.text())
def test_any_bytes_and_any_text_are_read_or_refused(text: str | bytes) -> None:
    check(read_event_text, text)


@given(st.sampled_from(NAMES), st.integers(0, 3000), st.integers(0, 255))
def test_any_damaged_byte_is_read_or_refused(name: str, place: int, byte: int) -> None:
    text = bytearray(json.dumps(recorded(name)).encode())
    text[place % len(text)] = byte
    check(read_event_text, bytes(text))


@given(st.sampled_from(NAMES), st.integers(1, 900))
def test_any_depth_is_read_or_refused(name: str, depth: int) -> None:
    deep: object = "bottom"
    for _ in range(depth):
        deep = {"event": deep, "detail": deep, "keyId": [deep]}
    check(read_event, recorded(name) | {"userIdentity": deep, "resources": [deep]})
    check(read_event, deep)
