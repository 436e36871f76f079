"""The page about operations names every alarm, metric and field of the logs."""

import json
import re

import pytest

from chalice_app.domain.metric import Metric
from tests.docs.pages import page
from tests.fakes.metrics import FakeMetrics
from tests.fakes.places import NOON
from tests.house import files
from tests.infra.pipeline_facts import of_type, strings

PAGE = page("docs/operations.md")
QUERIES = [
    it for it in PAGE.blocks if re.search(r"^(fields|filter) ", it, re.MULTILINE)
]
# What Lambda's runtime for Python writes, and what Logs Insights finds by itself.
LAMBDAS = {
    *("timestamp", "level", "message", "logger", "requestId"),
    *("errorType", "errorMessage", "stackTrace"),
    *("@timestamp", "@log"),
}
OF_INSIGHTS = {
    *("fields", "filter", "sort", "stats", "asc", "desc", "by", "or", "ispresent"),
    *("count", "pct", "max", "bin"),
}
# What stands in `extra=about` and `extra={...}` of the stories.
EXTRA = re.compile(r"(?:about|extra)=? ?=? ?\{([^}]*)\}")


def rows(section: str) -> set[str]:
    return set(re.findall(r"^\| `([^`]+)` \|", PAGE.sections[section], re.MULTILINE))


def logged() -> set[str]:
    """Give the fields that the stories give to their records."""
    found = (EXTRA.findall(file.text) for file in files("chalice_app/flows"))
    return {
        name for each in found for it in each for name in re.findall(r'"(\w+)":', it)
    }


def test_every_metric_has_its_reader() -> None:
    assert rows("Metrics") == set(Metric)


def test_every_alarm_is_named() -> None:
    names = [
        re.sub(r"\$\{Stage\}", "STAGE", text)
        for each in of_type("AWS::CloudWatch::Alarm").values()
        for text in strings(each["Properties"]["AlarmName"])
        if text.startswith("reprieve-")
    ]

    assert rows("Alarms") == set(names)
    assert len(names) == 5


def test_every_field_of_a_record_is_named() -> None:
    assert logged() == {"case", "event", "press", "attempt"}
    assert all(f"`{name}`" in PAGE.sections["Logs"] for name in logged())


def test_there_are_three_queries() -> None:
    assert len(QUERIES) == 3


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_asks_for_what_is_written(query: str) -> None:
    metrics = FakeMetrics(lambda: NOON)
    metrics.add(Metric.ALERT_LATENCY, 1, "0123456789")
    line = json.loads(metrics.lines[0])

    words = re.findall(r"@?[A-Za-z]+", re.sub(r'"[^"]*"|```|\d+\w*', "", query))

    assert set(words) <= {*LAMBDAS, *OF_INSIGHTS, *logged(), *line}
