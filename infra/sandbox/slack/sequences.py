"""Slack's control sequences: everything between `<` and `>`."""

import re
from collections.abc import Callable

from infra.sandbox.slack.tokens import Kind, Token

SEQUENCE = r"<[^<>\n]+>"

_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}


def unescape(text: str) -> str:
    """Undo Slack's three escapes, each once: `&amp;lt;` is read as `&lt;`."""
    return re.sub(r"&(?:amp|lt|gt);", lambda found: _ENTITIES[found[0]], text)


def read_sequence(sequence: str) -> Token:
    target, _, label = sequence[1:-1].partition("|")
    start, read = next(row for row in _READERS if target.startswith(row[0]))
    return read(target.removeprefix(start), unescape(label))


def _user(target: str, label: str) -> Token:
    return Token(Kind.USER, label or f"@{target}", target)


def _channel(target: str, label: str) -> Token:
    return Token(Kind.CHANNEL, label or f"#{target}", target)


def _subteam(target: str, label: str) -> Token:
    return Token(Kind.SUBTEAM, label or f"@{target}", target)


def _date(target: str, label: str) -> Token:
    return Token(Kind.DATE, label, target)


def _special(target: str, label: str) -> Token:
    return Token(Kind.SPECIAL, label or f"@{target}", target)


def _link(target: str, label: str) -> Token:
    address = unescape(target)
    return Token(Kind.LINK, label or address, address)


_READERS: tuple[tuple[str, Callable[[str, str], Token]], ...] = (
    ("@", _user),
    ("#", _channel),
    ("!subteam^", _subteam),
    ("!date^", _date),
    ("!", _special),
    ("", _link),
)
