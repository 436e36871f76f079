"""Parses mrkdwn as Slack does: what becomes markup, and what stays plain text.

Where Slack documents nothing, the stricter reading counts: text that might become
markup is markup. So `<...>` is read inside code spans too.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from infra.sandbox.slack.emoji import EMOJI
from infra.sandbox.slack.sequences import SEQUENCE, read_sequence, unescape
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.tokens import Kind, Token, spoken


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], "Grammar"], Token]


@dataclass(frozen=True, slots=True)
class Grammar:
    rules: tuple[Rule, ...] = ()
    read_text: Callable[[str], str] = unescape


def parse_text(text: JsonObject) -> list[Token]:
    """Split a text object of Block Kit, of either type."""
    if text["type"] == "mrkdwn":
        return parse_mrkdwn(text["text"], verbatim=text.get("verbatim", False))
    return parse_plain_text(text["text"], emoji=text.get("emoji", True))


def parse_mrkdwn(text: str, *, verbatim: bool = True) -> list[Token]:
    """Split text into tokens; without `verbatim`, Slack links bare names and URLs."""
    inner = VERBATIM if verbatim else LOOSE
    return list(_read(text, Grammar((QUOTE, *inner.rules)), inner))


def parse_plain_text(text: str, *, emoji: bool = True) -> list[Token]:
    """Split a plain_text object: it has no markup and no escapes, only emoji names."""
    grammar = Grammar((EMOJI_NAME,) if emoji else (), str)
    return list(_read(text, grammar, grammar))


def _read(text: str, grammar: Grammar, inner: Grammar) -> Iterator[Token]:
    start = at = 0
    while at < len(text):
        found = _token_at(text, at, grammar, inner)
        if found is None:
            at += 1
            continue
        yield from _plain(text[start:at], grammar)
        token, at = found
        start = at
        yield token
    yield from _plain(text[start:], grammar)


def _plain(text: str, grammar: Grammar) -> Iterator[Token]:
    if text:
        yield Token(Kind.TEXT, grammar.read_text(text))


def _token_at(
    text: str, at: int, grammar: Grammar, inner: Grammar
) -> tuple[Token, int] | None:
    for rule in grammar.rules:
        found = rule.pattern.match(text, at)
        if found:
            return rule.read(found, inner), found.end()
    return None


def _wrap(kind: Kind) -> Callable[[re.Match[str], Grammar], Token]:
    def read(found: re.Match[str], inner: Grammar) -> Token:
        inside = tuple(_read(found["inside"], inner, inner))
        return Token(kind, spoken(inside), inside=inside)

    return read


def _keep(kind: Kind) -> Callable[[re.Match[str], Grammar], Token]:
    """Read a code span, in which only control sequences count."""

    def read(found: re.Match[str], _inner: Grammar) -> Token:
        inside = tuple(_read(found["inside"], SEQUENCES, SEQUENCES))
        return Token(kind, spoken(inside), inside=inside)

    return read


def _point(kind: Kind) -> Callable[[re.Match[str], Grammar], Token]:
    def read(found: re.Match[str], _inner: Grammar) -> Token:
        return Token(kind, unescape(found[0]), unescape(found["target"]))

    return read


def _emoji(found: re.Match[str], _inner: Grammar) -> Token:
    return Token(Kind.EMOJI, EMOJI[found["name"]], found["name"])


def _sequence(found: re.Match[str], _inner: Grammar) -> Token:
    return read_sequence(found[0])


def _marked(mark: str) -> re.Pattern[str]:
    """Match a marked stretch: a mark opens after, and closes before, no letter.

    A control sequence or a code span counts as one sign: no mark in it closes.
    """
    letter = r"[^\W_]"
    sign = rf"(?>{SEQUENCE}|`[^`\n]+`|[^{mark}\n]|{mark}(?={letter}))"
    opening, closing = rf"(?<!{letter}){mark}(?!\s)", rf"(?<!\s){mark}(?!{letter})"
    return re.compile(rf"{opening}(?P<inside>{sign}+){closing}")


_CODE = rf"(?<![^\W_])`(?P<inside>(?>{SEQUENCE}|[^`\n])+)`(?![^\W_])"
_NAMES = "|".join(EMOJI)

EMOJI_NAME = Rule(re.compile(rf":(?P<name>{_NAMES}):"), _emoji)
# Slack itself escapes the `>` with which people begin a quote, so both forms quote.
QUOTE = Rule(re.compile(r"(?<![^\n])(?:>|&gt;) ?(?P<inside>[^\n]*)"), _wrap(Kind.QUOTE))
SEQUENCES = Grammar((Rule(re.compile(SEQUENCE), _sequence),))
VERBATIM = Grammar(
    (
        *SEQUENCES.rules,
        Rule(re.compile(r"```(?P<inside>.+?)```", re.DOTALL), _keep(Kind.PRE)),
        Rule(re.compile(_CODE), _keep(Kind.CODE)),
        Rule(_marked(r"\*"), _wrap(Kind.BOLD)),
        Rule(_marked("_"), _wrap(Kind.ITALIC)),
        Rule(_marked("~"), _wrap(Kind.STRIKE)),
        EMOJI_NAME,
    )
)
LOOSE = Grammar(
    (
        *VERBATIM.rules,
        Rule(re.compile(r"(?P<target>https?://[^\s<>|]+)"), _point(Kind.LINK)),
        Rule(
            re.compile(r"(?<!\w)@(?P<target>here|channel|everyone)\b"),
            _point(Kind.SPECIAL),
        ),
        Rule(re.compile(r"(?<![\w&])#(?P<target>[a-z0-9_-]+)"), _point(Kind.CHANNEL)),
    )
)
