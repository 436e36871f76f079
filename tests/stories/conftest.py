"""Reprieve deployed in a sandbox, once for each process that runs stories."""

from collections.abc import Iterator

import pytest

from infra.sandbox.evidence import log_lines
from infra.sandbox.scene import Scene
from infra.sandbox.slack import acme
from tests.planted import leaks
from tests.stories.trouble import Trouble, scene_in, scheduled
from tests.unmeasured_world import world

ALL = 100_000  # lines
# Listed on purpose: what they are must keep them out, not that nobody listed them.
MUST_NOT = (acme.GUEST, acme.SINGLE_GUEST, acme.GONE, acme.ROBOT, acme.STRANGER)


@pytest.fixture(scope="session")
def scene() -> Iterator[Scene]:
    with world(responders=(acme.ADA, acme.BO, *MUST_NOT)) as deployed:
        deployed.deploy()
        yield scene_in(deployed)


@pytest.fixture(autouse=True)
def _nothing_confided_is_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Search every line of every Lambda after each story in the shared sandbox."""
    if "scene" not in request.fixturenames:
        yield
        return
    told: Scene = request.getfixturevalue("scene")  # before, so that it ends after
    yield
    assert leaks(log_lines(told.world.aws, most=ALL)) == []


@pytest.fixture(scope="session")
def dying(scene: Scene) -> Trouble:
    """Give a key that nobody saves, for all the presses that must change nothing."""
    return scheduled(scene, "alias/prod/untouched")
