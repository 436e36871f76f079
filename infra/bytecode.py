"""Keeps bytecode, which changes the bundle's hash, out of what Chalice packs."""

import shutil
from pathlib import Path


def remove_bytecode(package: Path) -> None:
    """Delete every `__pycache__` under a package that is about to be packed."""
    for folder in package.rglob("__pycache__"):
        shutil.rmtree(folder, ignore_errors=True)
