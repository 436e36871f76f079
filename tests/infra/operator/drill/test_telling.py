"""What an operator reads of a drill, and that it promises no more than is known."""

from datetime import timedelta
from typing import Any

import pytest

from chalice_app.domain.drill import Drill
from infra.operator.drill.hops import Hop, hops_of
from infra.operator.drill.sending import Sent
from infra.operator.drill.telling import as_facts, lines, total
from tests.fakes.drills import ID
from tests.fakes.places import NOON

SENT = Sent(id=ID, seconds=0.0421)


def test_a_line_tells_time_and_way_of_each_hop(pressed: Drill) -> None:
    assert lines(hops_of(pressed, press=True)) == [
        "EventBridge   12:00:00     UTC",
        "SNS topic     12:00:00.250 UTC  at most 0.25 s",
        "alerts began  12:00:01     UTC  0.75 to 1.75 s",
        "Slack posted  12:00:01.750 UTC  at most 0.75 s",
        "Pressed       12:01:00     UTC  58.25 to 59.25 s",
        "slack acked   12:01:00.500 UTC  at most 0.50 s",
        "actions began 12:01:00.540 UTC  0.04 s",
        "Press taken   12:01:01     UTC  0.46 to 1.46 s",
    ]


def test_what_has_not_answered_has_no_line(begun: Drill) -> None:
    assert len(lines(hops_of(begun, press=True))) == 3
    assert lines(hops_of(None, press=True)) == []
    assert total(hops_of(begun, press=True)) == ""


def test_the_whole_way_is_told(posted: Drill) -> None:
    told = total(hops_of(posted, press=False))
    assert told == "From the event to Slack: 0.75 to 1.75 s"


@pytest.mark.parametrize(
    ("seconds", "told"), [(-3, "the clocks differ by 2.00 s or more")]
)
def test_a_clock_that_runs_behind_is_said_to(seconds: float, told: str) -> None:
    hops = [Hop(name="sns", at=NOON + timedelta(seconds=it)) for it in (0, seconds)]
    assert lines(tuple(hops))[1].endswith(told)


def test_a_machine_gets_the_same(posted: Drill) -> None:
    told: Any = as_facts(SENT, hops_of(posted, press=True), "Look there.")
    assert (told["drill"], told["put_events_seconds"]) == (ID, 0.042)
    assert (told["silent"], told["look"]) == ("pressed", "Look there.")
    assert told["email"] == "not checked"
    assert told["hops"][1] == {
        "hop": "sns",
        "at": "2026-11-24T12:00:00.250000+00:00",
        "at_least_seconds": -0.75,
        "at_most_seconds": 0.25,
    }
    assert told["hops"][0]["at_most_seconds"] is None
    assert told["hops"][-1]["at"] is None
