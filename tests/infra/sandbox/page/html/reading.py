"""HTML as a browser takes it apart: elements with their attributes, and the text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"hr", "input"})


@dataclass
class Read:
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def all(self, tag: str) -> list[dict[str, str]]:
        return [given for name, given in self.elements if name == tag]

    def one(self, tag: str) -> dict[str, str]:
        [given] = self.all(tag)
        return given


def read(html: str) -> Read:
    parser = _Parser(convert_charrefs=True)
    parser.feed(html)
    parser.close()
    assert parser.open == [], "an element was not closed"
    return parser.found


class _Parser(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.found = Read()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.found.text += data
