"""What an alarm compares, period by period: a statistic, or the state of a queue."""

import operator
import time
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from ministack.services import cloudwatch, sqs

from infra.sandbox.aws.shapes import Json

Value = float | None
_COMPARED: Mapping[str, Callable[[float, float], bool]] = MappingProxyType(
    {
        "GreaterThanThreshold": operator.gt,
        "GreaterThanOrEqualToThreshold": operator.ge,
        "LessThanThreshold": operator.lt,
        "LessThanOrEqualToThreshold": operator.le,
    }
)


def state(alarm: Json, now: float, since: float) -> str | None:
    """Give the state that CloudWatch would; None where it would leave it as it is.

    Unlike CloudWatch, it judges no time before `since`: a new sandbox is no silent one.
    """
    verdicts = [_breaches(alarm, *each) for each in _periods(alarm, now, since)]
    if all(verdicts):
        return "ALARM"
    return "OK" if False in verdicts else None


def _breaches(alarm: Json, value: Value, watched: object) -> bool | None:
    if value is not None:
        compared = _COMPARED[alarm["ComparisonOperator"]]
        return compared(value, alarm["Threshold"])
    verdicts = {"breaching": True, "notBreaching": False}
    return verdicts.get(alarm["TreatMissingData"]) if watched else None


def _periods(alarm: Json, now: float, since: float) -> Iterator[tuple[Value, bool]]:
    """Give each period's value, the newest first, and whether it was watched whole."""
    span = _period(alarm)
    for number in range(int(alarm["EvaluationPeriods"])):
        end = now - number * span
        yield _value(alarm, end - span, end), end - span >= since


def _period(alarm: Json) -> float:
    rows = alarm.get("Metrics", ())[1:]
    return float(rows[0]["MetricStat"]["Period"] if rows else alarm["Period"])


def _value(alarm: Json, start: float, end: float) -> Value:
    gauge = _GAUGES.get((alarm["Namespace"], alarm["MetricName"]))
    if gauge:
        return gauge(alarm)
    rows = [it["MetricStat"] for it in alarm.get("Metrics", ())[1:]]
    if not rows:
        return _statistic(alarm, alarm["Statistic"], start, end)
    found = [_statistic(it["Metric"], it["Stat"], start, end) for it in rows]
    known = [value for value in found if value is not None]
    return sum(known) if known else None


def _statistic(metric: Json, statistic: str, start: float, end: float) -> Value:
    dimensions = {it["Name"]: it["Value"] for it in metric.get("Dimensions", ())}
    name = cloudwatch._dims_key(dimensions)
    key = (metric["Namespace"], metric["MetricName"], name)
    points = list(cloudwatch._metrics.get(key) or ())
    within = [it for it in points if start < it["Timestamp"] <= end]
    found: Value = cloudwatch._calc_stats(within).get(statistic)
    return found


def _waiting(alarm: Json) -> float:
    now = time.time()
    return len([it for it in _messages(alarm) if it["visible_at"] <= now])


def _oldest(alarm: Json) -> float:
    now = time.time()
    ages = (float(now - it["sent_at"]) for it in _messages(alarm))
    return max(ages, default=0.0)


def _messages(alarm: Json) -> Iterator[Json]:
    for name in (it["Value"] for it in alarm["Dimensions"]):
        queue = sqs._queues.get(sqs._queue_url(name)) or {"messages": []}
        yield from list(queue["messages"])


# SQS's metrics tell how a queue is, and nothing writes them in the emulator.
_GAUGES: Mapping[tuple[str, str], Callable[[Json], float]] = MappingProxyType(
    {
        ("AWS/SQS", "ApproximateNumberOfMessagesVisible"): _waiting,
        ("AWS/SQS", "ApproximateAgeOfOldestMessage"): _oldest,
    }
)
