"""Each Lambda uses all that its policy allows, in a world of its own."""

from collections.abc import Iterator

import pytest

from infra.sandbox.scene import Scene
from tests.stories.needed_by import STORIES
from tests.stories.permissions import ROLES, permissions
from tests.stories.trouble import scene_in
from tests.unmeasured_world import world


@pytest.fixture(scope="module")
def lived() -> Iterator[Scene]:
    """Give a scene after every short story."""
    with world() as deployed:
        deployed.deploy()
        scene = scene_in(deployed)
        for story in STORIES:
            story(scene)
        yield scene


def uses(scene: Scene, name: str) -> list[list[str]]:
    return scene.world.aws.used().get(ROLES[name], [])


@pytest.mark.parametrize("name", sorted(ROLES))
def test_each_allowed_action_and_resource_is_used(name: str, lived: Scene) -> None:
    mine = [it for it in permissions() if it.name == name]
    done = uses(lived, name)

    assert [it for it in mine if not any(map(it.covers, done))] == []


@pytest.mark.parametrize("name", sorted(ROLES))
def test_each_use_is_allowed_by_one_pattern_alone(name: str, lived: Scene) -> None:
    mine = [it for it in permissions() if it.name == name]

    covering = [sum(it.covers(use) for it in mine) for use in uses(lived, name)]
    assert covering
    assert set(covering) == {1}
