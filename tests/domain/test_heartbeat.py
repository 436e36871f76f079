"""A heartbeat is what the schedule of this account sends, and nothing else."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.heartbeat import heartbeat_in
from chalice_app.domain.metric import Metric, latency
from tests.fakes.drills import drill_note
from tests.fakes.heartbeats import heartbeat, heartbeat_note
from tests.fakes.news import note, record
from tests.fakes.places import NOON


def test_it_tells_when_the_schedule_beat() -> None:
    assert heartbeat_in(heartbeat_note()) == NOON


def test_the_name_of_its_kind_may_be_spelled_as_in_aws_events_event() -> None:
    event = heartbeat()
    event["detailType"] = event.pop("detail-type")

    assert heartbeat_in(heartbeat_note(event)) == NOON


@pytest.mark.parametrize(
    "changes",
    [
        {"source": "reprieve.drill"},
        {"source": "aws.kms"},
        {"detail-type": "AWS API Call via CloudTrail"},
        {"account": "444455556666"},
        {"time": "noon"},
        {"time": 12},
        {"detail-type": None},
    ],
)
def test_whatever_differs_is_no_heartbeat(changes: dict[str, object]) -> None:
    assert heartbeat_in(heartbeat_note(heartbeat(**changes))) is None


@pytest.mark.parametrize("text", ["", "no JSON", "[]", '"aws.events"', "null"])
def test_what_cannot_be_read_is_no_heartbeat(text: str) -> None:
    assert heartbeat_in({**heartbeat_note(), "Message": text}) is None


def test_neither_news_nor_a_drill_is_one() -> None:
    forged = {**heartbeat(), "detail": record("DisableKey")["detail"]}

    assert heartbeat_in(note(record("DisableKey"))) is None
    assert heartbeat_in(drill_note()) is None
    assert heartbeat_in(note(json.dumps({"news": "heartbeat"}))) is None
    assert heartbeat_in(heartbeat_note(forged)) == NOON


@given(st.floats(min_value=-1e9, max_value=1e9))
def test_a_latency_is_never_below_zero(seconds: float) -> None:
    took = latency(NOON, NOON + timedelta(seconds=seconds))

    assert took is None or took >= 0
    assert (took is None) == (timedelta(seconds=seconds) < timedelta())


def test_latencies_are_milliseconds_and_all_else_is_counted() -> None:
    assert latency(NOON, NOON + timedelta(seconds=1.5)) == 1500
    assert {it for it in Metric if it.unit == "Milliseconds"} == {
        Metric.HEARTBEAT_LATENCY,
        Metric.ALERT_LATENCY,
    }
