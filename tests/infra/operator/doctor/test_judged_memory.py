"""Whether what Reprieve keeps is there and readable, and no alarm rings."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from infra.operator.doctor.judging.clocks import judged_clock
from infra.operator.doctor.judging.memory import (
    judged_alarms,
    judged_queue,
    judged_table,
)
from tests.infra.operator.doctor.told import told


def keys(first: str, second: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": first, "KeyType": "HASH"},
        {"AttributeName": second, "KeyType": "RANGE"},
    ]


DUE = {
    "IndexName": "due",
    "IndexStatus": "ACTIVE",
    "KeySchema": keys("due_shard", "next_due_at"),
}


def table(**changes: Any) -> dict[str, Any]:
    found = {"TableStatus": "ACTIVE", "KeySchema": keys("pk", "sk")}
    return {**found, "GlobalSecondaryIndexes": [DUE], **changes}


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (table(), "table_ready"),
        (table(TableStatus="UPDATING"), "table_ready"),
        (None, "table_missing"),
        (table(TableStatus="ARCHIVED"), "table_state"),
        (table(KeySchema=keys("id", "sk")), "table_keys"),
        (table(GlobalSecondaryIndexes=[]), "index_missing"),
        (
            table(GlobalSecondaryIndexes=[{**DUE, "KeySchema": keys("a", "b")}]),
            "index_missing",
        ),
        (
            table(GlobalSecondaryIndexes=[{**DUE, "IndexStatus": "CREATING"}]),
            "index_state",
        ),
    ],
)
def test_the_table_must_be_reprieves(found: dict[str, Any] | None, name: str) -> None:
    assert told(judged_table("reprieve-dev-cases", found, "back")) == [name]


@pytest.mark.parametrize(
    ("attributes", "name"),
    [
        ({"ApproximateNumberOfMessages": "0"}, "no_dead_letters"),
        ({"ApproximateNumberOfMessages": "2"}, "dead_letters"),
        ({"ApproximateNumberOfMessagesNotVisible": "1"}, "dead_letters"),
        ({"ApproximateNumberOfMessagesDelayed": "1"}, "dead_letters"),
        (None, "queue_missing"),
    ],
)
def test_no_letter_may_be_dead(attributes: dict[str, str] | None, name: str) -> None:
    found = judged_queue("reprieve-dev-dead-letters", attributes, "dev", "back")
    assert told(found) == [name]


@pytest.mark.parametrize(
    ("alarm", "names"),
    [
        ({"StateValue": "OK"}, []),
        ({"StateValue": "INSUFFICIENT_DATA", "ActionsEnabled": True}, []),
        ({"StateValue": "ALARM"}, ["alarm_rings"]),
        ({"StateValue": "OK", "ActionsEnabled": False}, ["alarm_silent"]),
        ({"StateValue": "OK", "AlarmActions": ["other"]}, ["alarm_deaf"]),
    ],
)
def test_no_alarm_may_ring(alarm: dict[str, Any], names: list[str]) -> None:
    found = {"AlarmName": "a", "AlarmActions": ["topic"], **alarm}
    assert told(judged_alarms(["a"], [found], "topic", "back")) == names


def test_an_alarm_must_be_there() -> None:
    assert told(judged_alarms(["a"], [], "topic", "back")) == ["alarm_missing"]


@pytest.mark.parametrize(
    ("seconds", "name"),
    [(59, "clock_right"), (60, "clock_off"), (299, "clock_off"), (300, "clock_wrong")],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_the_clock_must_be_near(seconds: int, sign: int, name: str) -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    theirs = now + sign * timedelta(seconds=seconds)

    assert told([judged_clock("AWS", theirs, now)]) == [name]
