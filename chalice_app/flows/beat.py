"""Story: a heartbeat arrives; that it did, and how late, is all that is wanted."""

from datetime import datetime

from chalice_app.domain.metric import Metric
from chalice_app.ports import Tools


def receive_heartbeat(beat_at: datetime, tools: Tools) -> None:
    """Measure; nothing is written to the table, and nothing is posted."""
    tools.metrics.since(Metric.HEARTBEAT_LATENCY, beat_at)
