"""Tests of careful reading."""

import pytest

from chalice_app.domain.fields import fields_at, text_at, value_at

DOCUMENT = {"a": {"b": "text", "c": 1, "d": " ", "e": None}, "half": "x\ud800y"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("a", "b"), "text"),
        (("a", "c"), None),
        (("a", "d"), None),
        (("a", "e"), None),
        (("a", "b", "deeper"), None),
        (("absent", "b"), None),
        ((), None),
    ],
)
def test_text_is_text_or_nothing(path: tuple[str, ...], text: str | None) -> None:
    assert text_at(DOCUMENT, *path) == text


def test_text_is_cut_at_its_limit() -> None:
    assert text_at(DOCUMENT, "a", "b", limit=2) == "te"


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    assert text_at(DOCUMENT, "half") == "x?y"


@pytest.mark.parametrize("document", [None, 1, "a", ["a"], {"a": ["b"]}, {"a": "b"}])
def test_fields_are_empty_where_there_are_none(document: object) -> None:
    assert fields_at(document, "a") == {}


def test_a_value_is_found_as_it_is() -> None:
    assert value_at(DOCUMENT, "a", "c") == 1
