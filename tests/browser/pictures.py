"""Pictures of the page, kept where `make pictures` says, else only tried."""

import os
from pathlib import Path

MOST_BYTES = 250_000
ROOT = Path(__file__).parents[2]


def folder(otherwise: Path) -> Path:
    named = os.environ.get("PICTURES")
    return ROOT / named if named else otherwise
