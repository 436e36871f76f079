"""A story fails without any one of the permissions, in a world of its own."""

from collections.abc import Iterator

import pytest

from infra.sandbox.scene import NotVerifiedError, Scene
from tests.stories.maimed_scene import maimed
from tests.stories.needed_by import story_of
from tests.stories.permissions import Permission, permissions, taken_away
from tests.stories.trouble import scene_in
from tests.unmeasured_world import world

# Seconds after the refusal: a story that comes true all the same needs about one.
BRIEF = 2.0
# On a busy machine a story may fail by its patience, before it came to the refusal.
TRIES = 3


@pytest.fixture(scope="module")
def apart() -> Iterator[Scene]:
    """Give a scene apart: what fails here on purpose must not fail other stories."""
    with world() as deployed:
        deployed.deploy()
        yield scene_in(deployed)


@pytest.mark.parametrize("lost", list(permissions()), ids=str)
def test_without_one_permission_a_story_fails(lost: Permission, apart: Scene) -> None:
    scene = maimed(apart, lost, BRIEF)

    with taken_away(apart, lost):
        for number in range(TRIES):
            if number == 0 or not scene.refused:
                with pytest.raises((NotVerifiedError, AssertionError)):
                    story_of(lost)(scene)

    assert scene.refused
