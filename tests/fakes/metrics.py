"""What Reprieve has measured of itself, read back from the lines that it writes."""

import json
from collections.abc import Callable
from datetime import datetime

from chalice_app.adapters.embedded_metrics import EmbeddedMetrics
from chalice_app.domain.metric import Metric


class FakeMetrics(EmbeddedMetrics):
    """The real lines, kept."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.lines: list[str] = []
        super().__init__("dev", self.lines.append, lambda: now().timestamp())

    def told(self) -> dict[str, list[float]]:
        """Give the values of each metric that was written."""
        found: dict[str, list[float]] = {}
        for line in map(json.loads, self.lines):
            for name in line.keys() & set(Metric):
                found.setdefault(name, []).append(line[name])
        return found

    def cases(self) -> set[str]:
        return {line.get("case", "") for line in map(json.loads, self.lines)}
