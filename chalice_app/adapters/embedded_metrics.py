"""Metrics as lines of the log, from which CloudWatch takes them by itself.

The embedded metric format: one JSON document a line. Only the stage is a dimension,
because CloudWatch charges for each value of one as for a metric of its own.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime

from chalice_app.domain.metric import Metric, latency

NAMESPACE, DIMENSION = "Reprieve", "Stage"
_MILLISECONDS = 1000


class EmbeddedMetrics:
    """Each metric is written at once, so that a worker that dies has written it."""

    def __init__(
        self, stage: str, write: Callable[[str], object], now: Callable[[], float]
    ) -> None:
        self._stage = stage
        self._write = write
        self._now = now

    def add(self, metric: Metric, value: float = 1, case_id: str = "") -> None:
        about = {"case": case_id} if case_id else {}
        line = {
            "_aws": self._directive(metric),
            DIMENSION: self._stage,
            metric: value,
            **about,
        }
        self._write(json.dumps(line) + "\n")

    def since(self, metric: Metric, moment: datetime) -> None:
        """Write 0 where this clock is behind: that something came counts, too."""
        self.add(metric, latency(moment, datetime.fromtimestamp(self._now(), UTC)) or 0)

    def _directive(self, metric: Metric) -> dict[str, object]:
        return {
            "Timestamp": int(self._now() * _MILLISECONDS),
            "CloudWatchMetrics": [
                {
                    "Namespace": NAMESPACE,
                    "Dimensions": [[DIMENSION]],
                    "Metrics": [{"Name": metric, "Unit": metric.unit}],
                }
            ],
        }
