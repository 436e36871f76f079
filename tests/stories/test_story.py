"""The story of `make demo`, chapter by chapter, on what `chalice deploy` made."""

import pytest

from infra.sandbox.scene import Scene
from infra.sandbox.story import CHAPTERS


@pytest.mark.parametrize("title", CHAPTERS)
def test_a_chapter_of_the_story_is_true_from_outside(title: str, scene: Scene) -> None:
    before = scene.narrator.verified_so_far

    CHAPTERS[title](scene)

    assert scene.narrator.verified_so_far > before
