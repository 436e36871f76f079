"""The commands that the pages tell people to type."""

import re
import shlex
from collections.abc import Iterator
from typing import NamedTuple

from tests.docs.pages import Page, code_in

_PROGRAM = re.compile(r"(?:\.venv/bin/)?(make|aws|chalice|python -m)\s+(.*)")


class Command(NamedTuple):
    page: Page
    program: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.page.name}: {self.program} {' '.join(self.words)}"

    def options(self) -> Iterator[str]:
        return (it.partition("=")[0] for it in self.words if it.startswith("--"))


def commands_in(each: Page) -> Iterator[Command]:
    """Give every command of a page: the lines of its blocks, and its code spans."""
    lines = [line for block in each.blocks for line in _lines(block)]
    for text in (*lines, *code_in(each.prose)):
        found = _PROGRAM.match(text.strip())
        if found:
            words = shlex.split(found[2], comments=True)
            yield Command(each, found[1], tuple(words))


def _lines(block: str) -> list[str]:
    """Join what a backslash or a quote carries over to the next line."""
    inner = "\n".join(block.splitlines()[1:-1]).replace("\\\n", " ")
    inner = re.sub(r"^export .*$|^\$ ", "", inner, flags=re.MULTILINE)
    inner = re.sub(r"\w+=\$\((.*)\)", r"\1", inner)
    return inner.splitlines()
