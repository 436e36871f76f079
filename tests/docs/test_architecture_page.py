"""The page about the architecture, and its drawing, name what there is."""

import re
from pathlib import Path

import pytest

from chalice_app.domain.watched import WATCHED
from tests.docs.pages import page
from tests.house import ROOT

PAGE = page("docs/architecture.md")
SVG = (ROOT / "docs" / "pictures" / "architecture.svg").read_text(encoding="utf-8")
FUNCTIONS = sorted(
    it.stem for it in Path(ROOT, "chalice_app", "functions").glob("[a-z]*.py")
)


def drawn() -> str:
    return " ".join(re.findall(r"<text[^>]*>([^<]+)</text>", SVG))


@pytest.mark.parametrize("name", [it for it in WATCHED if " " not in it])
def test_every_watched_event_is_named(name: str) -> None:
    assert name in PAGE.sections["What it watches"]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_lambda_is_drawn_and_told(name: str) -> None:
    assert name in drawn().split()
    assert f"`{name}`" in PAGE.prose or f"The {name}" in PAGE.prose
