"""Every phase of an alert has its picture, and the docs show it."""

from pathlib import Path

import pytest

from chalice_app.domain.phase import Phase

DOCS = Path(__file__).parents[4] / "docs"
SHOWN = "\n".join(
    page.read_text(encoding="utf-8")
    for page in (*DOCS.glob("*.md"), DOCS.parent / "README.md")
)


@pytest.mark.parametrize("phase", Phase)
def test_a_phase_has_its_picture(phase: Phase) -> None:
    name = f"pictures/phase-{phase.replace('_', '-')}.png"

    assert (DOCS / name).is_file()
    assert f"({name})" in SHOWN
