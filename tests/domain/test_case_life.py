"""Whatever happens to a case, in whatever order, its rules hold together."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.case import Case, Saved, joined, looked_at, looking, saved
from chalice_app.domain.key import DYING, KeyState
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import (
    Phase,
    confirmed,
    implied_state,
    is_over,
    phase_of,
    remedies_for,
    takes,
)
from chalice_app.domain.remedy import Remedy, calls_for
from chalice_app.domain.watched import WATCHED
from tests.shapes import event, moment, reading

SECONDS = st.sampled_from([0, 1, 2, 3, 300, 301, 302, 303])
ON_A_KEY = [name for name in WATCHED if "KeyStore" not in name]
# What most lives are made of comes more often than the rest.
NAMES = st.sampled_from(["ScheduleKeyDeletion", "DisableKey", "EnableKey"])
STATES = st.sampled_from([KeyState.ENABLED, KeyState.DISABLED])
EVENTS = st.builds(
    event,
    NAMES | st.sampled_from(ON_A_KEY),
    SECONDS,
    error=st.none() | st.none() | st.just("AccessDenied"),
    event_id=st.uuids().map(str),
    key_state=st.none() | st.just("PendingReplicaDeletion"),
)
READINGS = st.builds(
    reading,
    STATES | st.sampled_from(KeyState) | st.none(),
    SECONDS,
    passing=st.booleans(),
)
ACTS = st.builds(
    Saved,
    press_id=st.sampled_from(["press-1", "press-2"]),
    remedy=st.sampled_from(Remedy),
    user=st.just("U0ADALOVE1"),
    at=SECONDS.map(moment),
)
Step = Callable[[Case], Case]
STEPS: st.SearchStrategy[Step] = st.one_of(
    EVENTS.map(lambda it: partial(joined, event=it)),
    READINGS.map(lambda it: partial(looked_at, reading=it)),
    st.sampled_from(["U1", "U2"]).map(lambda it: partial(looking, user=it)),
    st.tuples(ACTS, READINGS).map(lambda it: partial(saved, act=it[0], reading=it[1])),
)


@st.composite
def lives(draw: st.DrawFn) -> list[Case]:
    """Draw a case at each of its steps."""
    opens = EVENTS.filter(lambda it: WATCHED[it.name].opens)
    stages = [opened(draw(opens), ours=draw(st.booleans()))]
    for step in draw(st.lists(STEPS, max_size=8)):
        stages.append(step(stages[-1]))
    return stages


@given(lives())
def test_the_version_grows_with_what_people_see(stages: list[Case]) -> None:
    for before, after in pairwise(stages):
        assert after.version in {before.version, before.version + 1}
        if after.version == before.version:
            assert phase_of(after) is phase_of(before)
            assert remedies_for(after) == remedies_for(before)
            assert confirmed(after) == confirmed(before)


@given(lives())
def test_the_reading_never_gets_older(stages: list[Case]) -> None:
    for before, after in pairwise(stages):
        if before.reading:
            assert after.reading
            assert after.reading.read_at >= before.reading.read_at


@given(lives())
def test_phase_remedies_and_over_agree(stages: list[Case]) -> None:
    case = stages[-1]
    phase, offered = phase_of(case), remedies_for(case)
    if is_over(case):
        assert not offered
    else:
        assert takes(case, event())
    if not case.ours or phase is Phase.REFUSED:
        assert not offered
    if case.calls.disabled_before:
        assert Remedy.CANCEL_AND_ENABLE not in offered


@given(lives())
def test_a_dying_key_that_can_be_saved_always_offers_it(stages: list[Case]) -> None:
    case = replace(stages[-1], ours=True)
    reading = case.reading
    read = reading is not None and reading.refusal is None and reading.state in DYING
    if read and confirmed(case):
        assert phase_of(case) in {Phase.SCHEDULED, Phase.WAITING_FOR_REPLICAS}
        assert Remedy.CANCEL_DELETION in remedies_for(case)


@given(lives())
def test_every_remedy_that_is_offered_has_a_call_to_make(stages: list[Case]) -> None:
    case = stages[-1]
    state = case.reading.state if case.reading and confirmed(case) else None
    for remedy in remedies_for(case):
        assert calls_for(remedy, state or implied_state(case))
