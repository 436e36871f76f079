"""Tests of parsing text from anywhere."""

import pytest

from chalice_app.domain.json_text import LONGEST, parse_json
from chalice_app.domain.unreadable import UnreadableEventError


@pytest.mark.parametrize(
    "text",
    ['{"a": 1}', b'{"a": 1}', b'\xef\xbb\xbf{"a": 1}', '{"a": 0, "a": 1}'],
)
def test_json_is_parsed(text: str | bytes) -> None:
    assert parse_json(text) == {"a": 1}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "The text is not JSON."),
        ("{", "The text is not JSON."),
        ("NaN", "The text is not JSON."),
        ('{"a": -Infinity}', "The text is not JSON."),
        ("1" * 5000, "The text is not JSON."),
        (b'{"a": "\xff"}', "The text is not UTF-8."),
        ('{"a": 1}'.encode("utf-16"), "The text is not UTF-8."),
        ("[" * 200_000, "The JSON is nested too deeply."),
        ('{"a":' * 100_000, "The JSON is nested too deeply."),
        (" " * (LONGEST + 1), "The text is longer than 1,000,000 characters."),
    ],
    ids=lambda value: str(value)[:20],
)
def test_anything_else_is_refused_with_the_reason(
    text: str | bytes, reason: str
) -> None:
    with pytest.raises(UnreadableEventError) as refused:
        parse_json(text)
    assert str(refused.value) == reason
