"""Log files as CloudTrail writes them to a trail's bucket."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path


def write_trail(path: Path, records: Sequence[object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps({"Records": list(records)}).encode()
    packed = path.suffix == ".gz"
    path.write_bytes(gzip.compress(content) if packed else content)
