"""Lines that fit, and signs that a terminal must not obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.sandbox.slack.layout import (
    Span,
    Style,
    breadth,
    line_breadth,
    paint,
    visible,
    wrap,
)


def lines(text: str, width: int) -> list[str]:
    return [paint(line, colour=False) for line in wrap([Span(text)], width)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("one two", ["one two"]),
        ("one two three", ["one two", "three"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("abcdefghijklmno", ["abcdefghij", "klmno"]),
        ("a abcdefghijk b", ["a", "abcdefghij", "k b"]),
        ("1234567890 x", ["1234567890", "x"]),
    ],
)
def test_words_fill_lines(text: str, expected: list[str]) -> None:
    assert lines(text, 10) == expected


def test_a_word_of_two_styles_stays_whole() -> None:
    wrapped = wrap([Span("see "), Span("`key`", Style.CODE), Span(",")], 9)

    assert [paint(line, colour=False) for line in wrapped] == ["see", "`key`,"]


@given(st.text(alphabet="ab 🔴漢\n\té"), st.integers(min_value=2, max_value=20))
def test_nothing_is_lost_and_every_line_fits(text: str, width: int) -> None:
    wrapped = wrap([Span(text)], width)

    assert all(line_breadth(line) <= width for line in wrapped)
    said = "".join(span.text for line in wrapped for span in line)
    assert "".join(said.split()) == "".join(text.split())


def test_a_wide_sign_takes_two_cells() -> None:
    assert (breadth("🔴"), breadth("漢"), breadth("é"), breadth("e\u0301")) == (
        2,
        2,
        1,
        1,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[2J", "<U+001B>[2J"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u200bb", "a<U+200B>b"),
        ("\ud83d", "<U+D83D>"),
        ("\r", "<U+000D>"),
        ("a\nb", "a\nb"),
        ("é漢🔴", "é漢🔴"),
    ],
)
def test_hidden_signs_are_spelled_out(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_colour_is_painted_only_when_wanted() -> None:
    line = (Span("a", Style.BOLD), Span("b"))

    assert paint(line, colour=True) == "\x1b[1ma\x1b[0mb"
    assert paint(line, colour=False) == "ab"
