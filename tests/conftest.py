"""What holds for every test."""

from pathlib import Path

import pytest
from hypothesis import settings

# No test judges speed: a slow machine is no fault of the code.
settings.register_profile("reprieve", deadline=None)
settings.load_profile("reprieve")

# What lasts longest begins first, or one process would end alone with it.
_LONGEST = (
    "test_killed_sandbox.py",
    "test_permissions_needed.py",
    "test_permissions_used.py",
    "test_demo.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda it: _rank(it.path))


def _rank(file: Path) -> int:
    return _LONGEST.index(file.name) if file.name in _LONGEST else len(_LONGEST)
