"""A copy of the project as Chalice sees it, apart from the checkout."""

import shutil
from pathlib import Path

PROJECT = Path(__file__).parents[3]
# What the product ships and what `chalice deploy` reads; nothing of the sandbox.
_PARTS = (
    "app.py",
    "chalice_app",
    "vendor",
    "requirements.txt",
    "infra/*.py",
    "infra/*.yaml",
    ".chalice/*.json",
)
_LEFT_OUT = shutil.ignore_patterns("__pycache__")


def copy_project(project: Path, folder: Path) -> None:
    for pattern in _PARTS:
        for found in project.glob(pattern):
            target = folder / found.relative_to(project)
            target.parent.mkdir(parents=True, exist_ok=True)
            _copy(found, target)


def _copy(found: Path, target: Path) -> None:
    if found.is_dir():
        # The links in vendor/ stay links, as Chalice packages them.
        shutil.copytree(found, target, symlinks=True, ignore=_LEFT_OUT)
    else:
        shutil.copy2(found, target)
