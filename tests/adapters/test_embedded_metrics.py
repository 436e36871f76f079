"""Each metric is one line in CloudWatch's embedded metric format."""

import json
from datetime import timedelta

import pytest

from chalice_app.domain.metric import Metric
from tests.fakes.metrics import FakeMetrics
from tests.fakes.places import NOON


@pytest.fixture
def metrics() -> FakeMetrics:
    return FakeMetrics(lambda: NOON)


def test_a_line_is_what_cloudwatch_reads(metrics: FakeMetrics) -> None:
    metrics.add(Metric.ALERTS_SHOWN, case_id="k7q2")

    [line] = metrics.lines
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert json.loads(line) == {
        "_aws": {
            "Timestamp": int(NOON.timestamp() * 1000),
            "CloudWatchMetrics": [
                {
                    "Namespace": "Reprieve",
                    "Dimensions": [["Stage"]],
                    "Metrics": [{"Name": "AlertsShown", "Unit": "Count"}],
                }
            ],
        },
        "Stage": "dev",
        "AlertsShown": 1,
        "case": "k7q2",
    }


def test_only_the_stage_is_a_dimension(metrics: FakeMetrics) -> None:
    for metric in Metric:
        metrics.add(metric, 3, "k7q2")

    for line in map(json.loads, metrics.lines):
        [directive] = line["_aws"]["CloudWatchMetrics"]
        assert directive["Dimensions"] == [["Stage"]]
        [measured] = directive["Metrics"]
        assert line[measured["Name"]] == 3
        assert line.keys() == {"_aws", "Stage", "case", measured["Name"]}


def test_a_time_is_measured_by_the_clock_of_the_machine(metrics: FakeMetrics) -> None:
    metrics.since(Metric.HEARTBEAT_LATENCY, NOON - timedelta(seconds=2.5))

    assert metrics.told() == {"HeartbeatLatency": [2500]}
    assert "case" not in json.loads(metrics.lines[0])


def test_a_clock_that_is_behind_still_counts_the_heartbeat(
    metrics: FakeMetrics,
) -> None:
    metrics.since(Metric.HEARTBEAT_LATENCY, NOON + timedelta(seconds=1))

    assert metrics.told() == {"HeartbeatLatency": [0]}
