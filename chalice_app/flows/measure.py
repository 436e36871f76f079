"""What happens in the stories is counted; no story changes by it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from types import MappingProxyType

from chalice_app.domain.case import Case, Place
from chalice_app.domain.ledger import Entry, Kind
from chalice_app.domain.metric import Metric, latency
from chalice_app.errors import ChatRefusedError, ChatSilentError, TryAgainError
from chalice_app.ports import Tools

_OUTCOMES: Mapping[Kind, Metric] = MappingProxyType(
    {Kind.PROVED: Metric.PRESSES_PROVED, Kind.FAILED: Metric.PRESSES_FAILED}
)


@contextmanager
def counted(tools: Tools) -> Iterator[None]:
    """Count a delivery that ends because Slack refuses, or gives no answer."""
    try:
        yield
    except (ChatRefusedError, ChatSilentError) as error:
        tools.metrics.add(_of_slack(error))
        raise


@contextmanager
def unshown_is_counted(case_id: str, tools: Tools) -> Iterator[None]:
    """Count each time that Slack does not take a case's message."""
    try:
        yield
    except (ChatRefusedError, ChatSilentError):
        tools.metrics.add(Metric.ALERTS_NOT_SHOWN, case_id=case_id)
        raise


def count_alert(case: Case, place: Place, tools: Tools) -> None:
    """Measure to the time that Slack gave the message; both clocks are not ours."""
    tools.metrics.add(Metric.ALERTS_SHOWN, case_id=case.id)
    shown_at = datetime.fromtimestamp(float(place.ts), UTC)
    took = latency(case.trouble.occurred_at, shown_at) if case.trouble else None
    if took is not None:
        tools.metrics.add(Metric.ALERT_LATENCY, took, case.id)


def count_outcome(entry: Entry, case: Case, tools: Tools) -> None:
    outcome = _OUTCOMES.get(entry.kind)
    if outcome:
        tools.metrics.add(outcome, case_id=case.id)


def count_sweep(met: Iterable[TryAgainError | ChatRefusedError], tools: Tools) -> None:
    for error in met:
        tools.metrics.add(Metric.SWEEP_FAILURES)
        if isinstance(error, (ChatRefusedError, ChatSilentError)):
            tools.metrics.add(_of_slack(error))


def count_some(metric: Metric, found: int, tools: Tools) -> None:
    """Write no zero: CloudWatch charges for each hour in which a metric is written."""
    if found:
        tools.metrics.add(metric, found)


def _of_slack(error: ChatRefusedError | ChatSilentError) -> Metric:
    refused = isinstance(error, ChatRefusedError)
    return Metric.SLACK_REFUSED if refused else Metric.SLACK_SILENT
