"""The alarms: what each watches, whom it tells, and that it says what to do."""

from typing import Any

import pytest

from chalice_app.adapters.embedded_metrics import DIMENSION, NAMESPACE
from chalice_app.domain.metric import Metric
from tests.infra.pipeline_facts import RESOURCES, of_type, strings

ALARMS = of_type("AWS::CloudWatch::Alarm")
NOTICES = [{"Ref": "Notices"}]


def alarm(name: str) -> Any:
    return RESOURCES[name]["Properties"]


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_tells_people_what_to_do(name: str) -> None:
    text = " ".join(strings(alarm(name)["AlarmDescription"]))

    assert alarm(name)["AlarmActions"] == NOTICES
    assert alarm(name)["TreatMissingData"] in {"breaching", "notBreaching"}
    assert any(word in text for word in ("Look", "look", "Read", "Run", "Ask"))
    assert len(text) < 1024  # what CloudWatch takes


def test_the_heartbeats_alarm_watches_the_metric_that_alerts_writes() -> None:
    beat = alarm("HeartbeatAlarm")

    assert (beat["Namespace"], beat["MetricName"]) == (
        NAMESPACE,
        Metric.HEARTBEAT_LATENCY,
    )
    assert beat["Dimensions"] == [{"Name": DIMENSION, "Value": {"Ref": "Stage"}}]
    assert beat["TreatMissingData"] == "breaching"
    assert beat["OKActions"] == NOTICES


def test_only_silence_is_an_alarm_where_data_are_missing() -> None:
    assert [
        name for name in ALARMS if alarm(name)["TreatMissingData"] == "breaching"
    ] == ["HeartbeatAlarm"]


def test_every_function_is_watched_by_what_shows_its_failures() -> None:
    rows = [it["MetricStat"]["Metric"] for it in alarm("FailuresAlarm")["Metrics"][1:]]
    watched = {(it["MetricName"], "".join(strings(it["Dimensions"]))) for it in rows}

    assert watched == {
        *(
            (metric, f"NameFunctionNameValueFn::Subreprieve-${{Stage}}-{function}")
            for metric in ("Errors", "Throttles")
            for function in ("alerts", "sweep")
        ),
        ("5XXError", "NameApiNameValuereprieve"),
    }
    assert alarm("FailuresAlarm")["Metrics"][0] == {
        "Id": "all",
        "Expression": "SUM(METRICS())",
    }
    assert alarm("OldestActionAlarm")["Dimensions"][0]["Value"] == {
        "Fn::GetAtt": "Actions.QueueName"
    }
