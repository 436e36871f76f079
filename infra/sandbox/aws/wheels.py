"""The wheels that Lambda's bundle needs, fetched once, so that a deploy needs no package index."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def wheelhouse(project: Path) -> Path:
    """One folder for each content of requirements.txt, beside Chalice's own packages."""
    requirements = project / "requirements.txt"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()[:16]
    house = project / ".chalice" / "deployments" / f"wheels-{digest}"
    if not house.is_dir():
        _fill(house, requirements)
    return house


def _fill(house: Path, requirements: Path) -> None:
    house.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=house.parent))
    try:
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--disable-pip-version-check",
            ]
            + ["--dest", str(folder), "--requirement", str(requirements)],
            check=True,
        )
        # Another process may have been faster; what it made is the same.
        if not house.is_dir():
            os.replace(folder, house)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
