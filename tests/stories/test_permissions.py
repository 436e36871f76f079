"""Each Lambda uses all that its policy allows, and fails without any of it."""

from dataclasses import replace

import pytest

from infra.sandbox.scene import NotVerifiedError, Scene
from tests.stories.needed_by import STORIES, story_of
from tests.stories.permissions import ROLES, Permission, permissions, taken_away

ALL = list(permissions())
# A warm Lambda needs about one second; the stories are first told with more patience.
BRIEF = 4.0


def uses(scene: Scene, name: str) -> list[list[str]]:
    return scene.world.aws.used().get(ROLES[name], [])


@pytest.fixture(scope="module")
def lived(scene: Scene) -> Scene:
    """Give the scene after every short story."""
    for story in STORIES:
        story(scene)
    return scene


@pytest.mark.parametrize("name", sorted(ROLES))
def test_each_allowed_action_and_resource_is_used(name: str, lived: Scene) -> None:
    done = uses(lived, name)

    mine = [it for it in ALL if it.name == name]
    assert [it for it in mine if not any(map(it.covers, done))] == []


@pytest.mark.parametrize("name", sorted(ROLES))
def test_each_use_is_allowed_by_one_pattern_alone(name: str, lived: Scene) -> None:
    mine = [it for it in ALL if it.name == name]

    covering = {
        tuple(use): sum(it.covers(use) for it in mine) for use in uses(lived, name)
    }
    assert covering
    assert set(covering.values()) == {1}


@pytest.mark.parametrize("lost", ALL, ids=str)
def test_without_one_permission_a_story_fails(lost: Permission, scene: Scene) -> None:
    brief = replace(scene, patience=BRIEF)

    with taken_away(scene, lost), pytest.raises((NotVerifiedError, AssertionError)):
        story_of(lost)(brief)

    refused = scene.world.aws.refused().get(ROLES[lost.name], [])
    assert any(map(lost.covers, refused))
