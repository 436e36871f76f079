"""A case that a reading makes worse is noted until people have heard of it."""

from dataclasses import replace

import pytest

from chalice_app.domain.case import Case, joined, saved
from chalice_app.domain.key import KeyState
from chalice_app.domain.opening import opened, opened_found
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.worse import seen, told_worse
from tests.shapes import KEY, SETTLED, case, event, reading, refused
from tests.views.drawings import ACT

DISABLED, DYING, GONE = KeyState.DISABLED, KeyState.PENDING_DELETION, KeyState.GONE
REPLICAS, ENABLED = KeyState.PENDING_REPLICA_DELETION, KeyState.ENABLED
WAITS = KeyState.PENDING_IMPORT
OFF = case("DisableKey")
DIES = case("ScheduleKeyDeletion")
PRIMARY = opened(event("ScheduleKeyDeletion", key_state=REPLICAS), ours=True)


@pytest.mark.parametrize(
    ("before", "first", "state"),
    [
        (PRIMARY, REPLICAS, DYING),
        (opened_found(KEY, reading(REPLICAS, 0), None), REPLICAS, DYING),
        (OFF, DISABLED, REPLICAS),
        (OFF, DISABLED, DYING),
        (OFF, DISABLED, WAITS),
        (DIES, DYING, GONE),
        (OFF, ENABLED, DISABLED),
        (OFF, ENABLED, DYING),
    ],
)
def test_what_is_worse_is_noted_once(
    before: Case, first: KeyState, state: KeyState
) -> None:
    known = told_worse(seen(before, reading(first, SETTLED)))

    worse = seen(known, reading(state, 2 * SETTLED))

    assert worse.worse is state
    assert told_worse(worse).worse is None
    assert seen(told_worse(worse), reading(state, 3 * SETTLED)).worse is None


@pytest.mark.parametrize(
    ("before", "state"),
    [
        (DIES, DYING),
        (DIES, REPLICAS),
        (DIES, DISABLED),
        (DIES, ENABLED),
        (OFF, DISABLED),
        (PRIMARY, REPLICAS),
        (opened(refused(), ours=True), DISABLED),
    ],
)
def test_what_the_event_has_told_is_no_news(before: Case, state: KeyState) -> None:
    assert seen(before, reading(state, 2 * SETTLED)).worse is None


def test_the_event_that_comes_after_all_tells_it_itself() -> None:
    worse = seen(OFF, reading(DYING, 1))
    assert worse.worse is DYING

    assert joined(worse, event("ScheduleKeyDeletion", 1)).worse is None
    assert joined(worse, event("PutKeyPolicy", 1)).worse is DYING


def test_a_reading_of_the_time_before_a_rescue_is_nothing_worse() -> None:
    act = replace(ACT, remedy=Remedy.ENABLE_KEY)
    rescued = saved(OFF, act, reading(ENABLED, 60))

    assert seen(rescued, reading(DISABLED, 70)).worse is None
