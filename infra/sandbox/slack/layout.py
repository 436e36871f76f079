"""Styled text in lines of a terminal: wrapped by what is seen, painted at the end."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from itertools import groupby


class Style(StrEnum):
    """A style is its terminal code."""

    PLAIN = ""
    BOLD = "1"
    DIM = "2"
    ITALIC = "3"
    STRIKE = "9"
    CODE = "33"
    LINK = "4"
    MENTION = "36"
    LOUD = "7"
    PRIMARY = "1;32"
    DANGER = "1;31"
    BUTTON = "1"
    ERROR = "1;7;31"


@dataclass(frozen=True, slots=True)
class Span:
    text: str
    style: Style = Style.PLAIN


class What(Enum):
    WORD = auto()
    GAP = auto()
    BREAK = auto()


Line = tuple[Span, ...]
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    """Spell out signs that a terminal would obey or hide."""
    return "".join(
        f"<U+{ord(sign):04X}>"
        if sign != "\n" and unicodedata.category(sign) in UNSEEN
        else sign
        for sign in text
    )


def breadth(text: str) -> int:
    return sum(_cells(sign) for sign in text)


def _cells(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Mn":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def line_breadth(line: Iterable[Span]) -> int:
    return sum(breadth(span.text) for span in line)


def wrap(spans: Iterable[Span], width: int) -> list[Line]:
    """Fill lines word by word; a word longer than a line is cut."""
    lines: list[list[Span]] = [[]]
    for what, group in groupby(_pieces(spans), key=_what):
        pieces = list(group)
        if what is What.BREAK:
            lines.extend([] for _ in pieces)
        elif what is What.WORD or _fits(lines[-1], pieces, width):
            _place(lines, pieces, width)
    return [_trimmed(line) for line in lines]


def _pieces(spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        for text in re.findall(r"\n|[^\S\n]+|\S+", span.text):
            yield Span(text, span.style)


def _what(piece: Span) -> What:
    if piece.text == "\n":
        return What.BREAK
    return What.GAP if piece.text.isspace() else What.WORD


def _fits(line: Sequence[Span], pieces: Sequence[Span], width: int) -> bool:
    return line_breadth(line) + line_breadth(pieces) <= width


def _place(lines: list[list[Span]], pieces: list[Span], width: int) -> None:
    if lines[-1] and not _fits(lines[-1], pieces, width):
        lines.append([])
    whole = line_breadth(pieces) <= width
    for piece in pieces if whole else _signs(pieces):
        if not _fits(lines[-1], [piece], width):
            lines.append([])
        lines[-1].append(piece)


def _signs(pieces: list[Span]) -> Iterator[Span]:
    return (Span(sign, piece.style) for piece in pieces for sign in piece.text)


def _trimmed(line: list[Span]) -> Line:
    kept = list(line)
    while kept and kept[-1].text.isspace():
        kept.pop()
    return tuple(kept)


def paint(line: Line, *, colour: bool) -> str:
    if not colour:
        return "".join(span.text for span in line).rstrip()
    return "".join(
        f"\x1b[{span.style}m{span.text}\x1b[0m" if span.style else span.text
        for span in line
    )
