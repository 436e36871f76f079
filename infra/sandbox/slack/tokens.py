"""What mrkdwn is made of once it is parsed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"
    CODE = "code"
    PRE = "pre"
    BOLD = "bold"
    ITALIC = "italic"
    STRIKE = "strike"
    QUOTE = "quote"
    LINK = "link"
    USER = "user"
    CHANNEL = "channel"
    SUBTEAM = "subteam"
    SPECIAL = "special"
    DATE = "date"
    EMOJI = "emoji"


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is what is read, `target` what it points to, `inside` what it wraps."""

    kind: Kind
    text: str
    target: str = ""
    inside: tuple["Token", ...] = ()


def spoken(tokens: Iterable[Token]) -> str:
    return "".join(token.text for token in tokens)


def kinds(tokens: Iterable[Token]) -> set[Kind]:
    """Collect every kind of markup, however deep it sits."""
    found: set[Kind] = set()
    for token in tokens:
        found |= {token.kind} | kinds(token.inside)
    return found
