"""A fresh world of fakes for each story."""

from collections.abc import Callable

import pytest

from tests.fakes.world import World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def worlds() -> Callable[[], World]:
    """Give worlds for a test that needs many."""
    return World
