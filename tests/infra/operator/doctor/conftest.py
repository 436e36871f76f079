"""Reprieve deployed in a sandbox once, for doctor to look at."""

from collections.abc import Iterator

import pytest

from tests.infra.operator.doctor.visited import Visited, visited
from tests.unmeasured_world import world


@pytest.fixture(scope="session")
def deployed() -> Iterator[Visited]:
    with world() as made:
        made.deploy()
        yield visited(made)


@pytest.fixture
def at(deployed: Visited, monkeypatch: pytest.MonkeyPatch) -> Visited:
    """Stand in the checkout, with this AWS and no other."""
    for name, value in deployed.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.chdir(deployed.world.deployment.folder)
    return deployed
