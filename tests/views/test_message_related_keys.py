"""Of a multi-Region key, nobody says that all is lost: a related key may decrypt."""

from dataclasses import replace

import pytest

from chalice_app.domain.phase import Phase
from tests.views.drawings import PHASES, check, drawn, said

LOSSES = [Phase.SCHEDULED, Phase.DELETED]
ABSOLUTE = (
    "*What is encrypted under it cannot be decrypted",
    "what was encrypted under it cannot be decrypted",
    "cannot be brought back",
)


@pytest.mark.parametrize("phase", LOSSES)
def test_a_related_key_in_another_region_is_named(phase: Phase) -> None:
    found = PHASES[phase]
    related = replace(found.subject, id="mrk-1234abcd12ab34cd56ef")
    shown = drawn(replace(found, subject=related))
    check(shown)
    assert "in other Regions" in said(shown) or "in another Region" in said(shown)
    assert not any(it in said(shown) for it in ABSOLUTE)


@pytest.mark.parametrize("phase", LOSSES)
def test_of_any_other_key_the_loss_is_said_in_full(phase: Phase) -> None:
    whole = said(drawn(PHASES[phase]))
    assert any(it in whole for it in ABSOLUTE)
    assert "Region key" not in whole
