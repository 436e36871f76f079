"""What holds for the parser whatever it is given."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.sandbox.slack.mrkdwn import parse_mrkdwn, parse_plain_text
from infra.sandbox.slack.tokens import Kind, Token, kinds, spoken

SIGNS = st.text(alphabet="*_~`<>&;!@#|^:ab \n/{}0") | st.text()
PIECES = st.lists(
    st.sampled_from(
        ["*", "_", "~", "`", "```", "<", ">", "<!here>", "|", "&lt;", "a", " ", "\n"]
    )
).map("".join)


def escape(text: str) -> str:
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, entity)
    return text


def without_formatting(text: str) -> str:
    """Drop what no escape can neutralise: marks, emoji colons, quotes of a line."""
    return re.sub(r"^>+", "", re.sub(r"[*_~`:]", "", text), flags=re.MULTILINE)


@given(SIGNS | PIECES)
def test_any_text_is_parsed(text: str) -> None:
    for verbatim in (True, False):
        tokens = parse_mrkdwn(text, verbatim=verbatim)
        assert bool(tokens) is bool(text)


@given(SIGNS.map(without_formatting))
def test_escaped_text_is_read_as_it_was_written(text: str) -> None:
    expected = [Token(Kind.TEXT, text)] if text else []

    assert parse_mrkdwn(escape(text)) == expected


@given(SIGNS | PIECES)
def test_escaped_text_never_points_anywhere(text: str) -> None:
    pointing = {
        Kind.LINK,
        Kind.USER,
        Kind.CHANNEL,
        Kind.SUBTEAM,
        Kind.SPECIAL,
        Kind.DATE,
    }

    assert not kinds(parse_mrkdwn(escape(text))) & pointing


@given(st.text(alphabet=st.characters(exclude_characters="`\n"), min_size=1))
def test_a_code_span_of_escaped_text_holds_that_text(text: str) -> None:
    span = parse_mrkdwn(f"`{escape(text)}`", verbatim=False)

    assert span == [
        Token(Kind.CODE, text, inside=(Token(Kind.TEXT, text),)),
    ]


@given(st.text())
def test_plain_text_without_emoji_is_one_token(text: str) -> None:
    assert spoken(parse_plain_text(text, emoji=False)) == text


@pytest.mark.parametrize(
    "source",
    ["*a " * 1000, "_" * 3000, "`" * 3000, "<" * 3000, "*" * 1500 + "a" + "*" * 1499],
)
def test_a_hostile_section_is_parsed_at_once(source: str) -> None:
    started = time.perf_counter()
    parse_mrkdwn(source, verbatim=False)

    assert time.perf_counter() - started < 5
