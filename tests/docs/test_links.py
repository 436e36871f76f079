"""Every link within the repository leads somewhere, and every page can be found."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.docs.pages import Page, code_in, every_page, page
from tests.house import ROOT

PAGES = every_page()
INDEX = page("docs/README.md")
_LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)|<img [^>]*src=\"([^\"]+)\"")
# What stands in code spans and is, by its form, a file or folder of this repository.
_PATH = re.compile(r"(?:[\w.-]+/)+(?:[\w.-]+\.(?:py|toml|yaml|json|md|svg|txt)|)")
# What is made on somebody's machine, or is a part of an address.
_NOT_OURS = re.compile(
    r"/|\.chalice/deployed/|reprieve/|chalicelib/|build/|views/words/LANGUAGE"
)


class Link(NamedTuple):
    page: Page
    target: str

    def __str__(self) -> str:
        return f"{self.page.name}: {self.target}"


def links() -> Iterator[Link]:
    for each in PAGES:
        for found in _LINK.finditer(each.prose):
            target = found[1] or found[2]
            if "://" not in target:
                yield Link(each, target)


def anchors(path: Path) -> set[str]:
    """Give the anchors of a page's headings as GitHub makes them."""
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in Page(path).sections
    }


@pytest.mark.parametrize("link", [*links()], ids=str)
def test_a_link_leads_somewhere(link: Link) -> None:
    name, _, anchor = link.target.partition("#")
    path = (link.page.path.parent / name).resolve() if name else link.page.path

    assert path.is_relative_to(ROOT)
    assert path.exists()
    assert not anchor or anchor in anchors(path)


@pytest.mark.parametrize("each", PAGES, ids=lambda it: it.name)
def test_a_picture_says_what_it_shows(each: Page) -> None:
    tags = re.findall(r"<img [^>]*>", each.prose)

    assert all(re.search(r' alt="[^"]{20,}"', tag) for tag in tags)
    assert not re.search(r"!\[\]\(", each.prose)


@pytest.mark.parametrize("each", PAGES, ids=lambda it: it.name)
def test_a_file_that_is_named_is_there(each: Page) -> None:
    named = [it for it in code_in(each.prose) if _PATH.fullmatch(it)]

    for path in named:
        at = (ROOT / path, each.path.parent / path, ROOT / "chalice_app" / path)
        assert _NOT_OURS.match(path) or any(it.exists() for it in at), path


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs").glob("*.md")), ids=lambda it: it.name
)
def test_every_page_stands_in_the_index(path: Path) -> None:
    assert path == INDEX.path or f"({path.name})" in INDEX.prose
