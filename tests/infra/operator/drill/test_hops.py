"""The hops of a drill, and what their clocks do and do not tell."""

from datetime import timedelta

import pytest

from chalice_app.domain.drill import Drill
from infra.operator.drill.hops import Hop, Took, hops_of, silent, took
from tests.fakes.places import NOON

ALERT = ["eventbridge", "sns", "alerts", "slack"]
PRESS = ["pressed", "queue", "actions", "done"]


def hop(seconds: float) -> Hop:
    return Hop(name="hop", at=NOON + timedelta(seconds=seconds))


def test_every_hop_is_there_from_the_first(pressed: Drill) -> None:
    for drill in (None, pressed):
        assert [it.name for it in hops_of(drill, press=False)] == ALERT
        assert [it.name for it in hops_of(drill, press=True)] == ALERT + PRESS


def test_each_has_the_time_that_it_has_kept(pressed: Drill) -> None:
    at = [
        (it.at - NOON).total_seconds() for it in hops_of(pressed, press=True) if it.at
    ]
    assert at == [0, 0.25, 1, 1.75, 60, 60.5, 60.54, 61]


def test_a_hop_is_silent_until_what_keeps_its_time_has_answered(
    begun: Drill, posted: Drill, pressed: Drill
) -> None:
    assert silent(hops_of(None, press=False)) == "alerts"
    assert silent(hops_of(begun, press=False)) == "slack"
    assert silent(hops_of(posted, press=False)) is None
    assert silent(hops_of(posted, press=True)) == "pressed"
    assert silent(hops_of(pressed, press=True)) is None


@pytest.mark.parametrize(
    ("before", "after", "least", "most"),
    [
        (hop(1.25), hop(1.5), 0.25, 0.25),
        (hop(1), hop(1.5), -0.5, 0.5),
        (hop(1.5), hop(2), 0.5, 1.5),
        (hop(1), hop(2), 0, 2),
    ],
)
def test_a_clock_in_whole_seconds_may_be_almost_a_second_late(
    before: Hop, after: Hop, least: float, most: float
) -> None:
    assert took(before, after) == Took(least=least, most=most)


def test_the_way_to_a_silent_hop_is_not_known() -> None:
    nothing = Hop(name="hop", at=None)
    assert took(hop(1), nothing) is None
    assert took(nothing, hop(1)) is None
