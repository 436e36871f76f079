"""What Reprieve measures of itself, by the names that CloudWatch has."""

from datetime import datetime, timedelta
from enum import StrEnum

_MILLISECOND = timedelta(milliseconds=1)


class Metric(StrEnum):
    """A row of the table in docs/operations.md says who reads each."""

    HEARTBEAT_LATENCY = "HeartbeatLatency"
    ALERTS_SHOWN = "AlertsShown"
    ALERT_LATENCY = "AlertLatency"
    ALERTS_NOT_SHOWN = "AlertsNotShown"
    PRESSES_PROVED = "PressesProved"
    PRESSES_FAILED = "PressesFailed"
    PRESSES_REFUSED = "PressesRefused"
    PRESSES_GIVEN_UP = "PressesGivenUp"
    SLACK_REFUSED = "SlackRefused"
    SLACK_SILENT = "SlackSilent"
    SWEEP_CASES = "SweepCases"
    SWEEP_FAILURES = "SweepFailures"
    KEYS_HIDDEN = "KeysHidden"

    @property
    def unit(self) -> str:
        """Name the unit as CloudWatch does."""
        return "Milliseconds" if self.endswith("Latency") else "Count"


def latency(since: datetime, until: datetime) -> float | None:
    """Give the milliseconds between two clocks; None where they contradict."""
    span = until - since
    return span / _MILLISECOND if span >= timedelta() else None
