"""The pages that people read, and what stands in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house import ROOT

PLACES = ("*.md", "docs/*.md", "docs/decisions/*.md")
_FENCE = re.compile(r"^ *(```|~~~).*?^ *\1\s*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Page:
    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def prose(self) -> str:
        """Give what is left without the blocks of code."""
        return _FENCE.sub("", self.text)

    @property
    def blocks(self) -> Iterator[str]:
        return (found.group() for found in _FENCE.finditer(self.text))

    @property
    def sections(self) -> dict[str, str]:
        """Give what stands under each heading, up to the next heading of any level."""
        _, *parts = re.split(r"^#+ +(.+)$", self.prose, flags=re.MULTILINE)
        return dict(zip(parts[::2], parts[1::2], strict=True))


def page(name: str) -> Page:
    return Page(ROOT / name)


def every_page() -> list[Page]:
    return [Page(path) for place in PLACES for path in sorted(ROOT.glob(place))]


def code_in(text: str) -> list[str]:
    """Give what stands in code spans."""
    return _CODE.findall(text)
