"""Events in the shapes that AWS documents, for tests to read and to change."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "fixtures" / "events"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
KEY_ID = "3f6c1f0a-9a51-4c77-8f1d-6f2b0f5d7e21"
KEY_ARN = f"arn:aws:kms:eu-west-1:111122223333:key/{KEY_ID}"


def recorded(name: str) -> dict[str, Any]:
    """Return a copy of its own to each caller."""
    document: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_bytes())
    return document
