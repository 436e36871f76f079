"""A story fails without any one of the permissions, in a world of its own."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from infra.sandbox.scene import NotVerifiedError, Scene
from infra.sandbox.world import world
from tests.stories.needed_by import story_of
from tests.stories.permissions import ROLES, Permission, permissions, taken_away
from tests.stories.trouble import scene_in

# A warm Lambda needs about one second; with more patience the same stories come true.
BRIEF = 3.0


@pytest.fixture(scope="module")
def maimed() -> Iterator[Scene]:
    """Give a scene apart: what fails here on purpose must not fail other stories."""
    with world() as deployed:
        deployed.deploy()
        yield scene_in(deployed)


@pytest.mark.parametrize("lost", list(permissions()), ids=str)
def test_without_one_permission_a_story_fails(lost: Permission, maimed: Scene) -> None:
    brief = replace(maimed, patience=BRIEF)

    with taken_away(maimed, lost), pytest.raises((NotVerifiedError, AssertionError)):
        story_of(lost)(brief)

    refused = maimed.world.aws.refused().get(ROLES[lost.name], [])
    assert any(map(lost.covers, refused))
