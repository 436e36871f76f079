"""The wheels of Lambda's bundle, fetched once, so that a deploy needs no index."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_FETCH = ("-m", "pip", "download", "--quiet", "--disable-pip-version-check")


def wheelhouse(project: Path) -> Path:
    requirements = project / "requirements.txt"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()[:16]
    house = project / ".chalice" / "deployments" / f"wheels-{digest}"
    if not house.is_dir():
        _fill(house, requirements)
    return house


def _fill(house: Path, requirements: Path) -> None:
    house.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=house.parent))
    given = ("--dest", str(folder), "--requirement", str(requirements))
    try:
        subprocess.run([sys.executable, *_FETCH, *given], check=True)
        # Another process may have been faster; what it fetched is the same.
        if not house.is_dir():
            folder.replace(house)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
