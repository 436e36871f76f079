"""The same events make the same case, in whatever order they arrive."""

import json
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.adapters.plain import to_text
from chalice_app.domain.case import Case, joined
from chalice_app.domain.harm import Calls
from chalice_app.domain.key import KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import remedies_for
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.watched import WATCHED
from tests.shapes import case, event, moment, reading

ON_A_KEY = sorted(name for name in WATCHED if "KeyStore" not in name)


@st.composite
def key_events(draw: st.DrawFn) -> list[KeyEvent]:
    """Draw events of few seconds, so that many share one."""
    drawn = st.tuples(
        st.sampled_from(ON_A_KEY), st.integers(0, 4), st.none() | st.just("Refused")
    )
    found = draw(st.lists(drawn, min_size=1, max_size=7))
    return [
        event(name, seconds, error=error, event_id=f"id-{place}")
        for place, (name, seconds, error) in enumerate(found)
    ]


def told_by(events: list[KeyEvent]) -> Case:
    whole = opened(events[0], ours=True)
    for it in events[1:]:
        whole = joined(whole, it)
    return whole


def facts(whole: Case) -> object:
    """Give all but what only the first arrival decides."""
    found = json.loads(to_text(whole))
    return {
        name: found[name] for name in found if name not in {"id", "opener", "began_at"}
    }


@given(key_events(), st.data())
def test_the_order_of_arrival_changes_no_fact(
    events: list[KeyEvent], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(events))
    assert facts(told_by(shuffled)) == facts(told_by(events))


@pytest.mark.parametrize(
    ("names", "last"),
    [
        (("DisableKey", "ScheduleKeyDeletion"), "ScheduleKeyDeletion"),
        (("ScheduleKeyDeletion", "DeleteKey"), "DeleteKey"),
        (("DisableKey", "DeleteImportedKeyMaterial"), "DeleteImportedKeyMaterial"),
    ],
)
def test_in_one_second_the_graver_harm_is_the_last(
    names: tuple[str, str], last: str
) -> None:
    for order in permutations(event(name) for name in names):
        trouble = told_by(list(order)).trouble
        assert trouble
        assert trouble.name == last


@pytest.mark.parametrize(
    ("off", "on", "end", "before"),
    [
        (1, None, 2, True),
        (1, None, 1, True),  # a dying key cannot be disabled, so it was before
        (2, 1, 3, True),
        (1, 2, 3, False),  # re-enabled in between
        (1, 1, 2, False),  # nobody knows which was first
        (3, None, 2, False),
        (None, None, 2, False),
        (1, None, None, False),
    ],
)
def test_when_the_key_is_known_to_have_been_disabled_before(
    off: int | None, on: int | None, end: int | None, *, before: bool
) -> None:
    times = (None if it is None else moment(it) for it in (off, on, end))
    disabled, enabled, scheduled = times
    calls = Calls(disabled_at=disabled, enabled_at=enabled, scheduled_at=scheduled)
    assert calls.disabled_before is before


def test_a_disabling_that_arrives_late_still_hides_cancel_and_re_enable() -> None:
    late = joined(case("ScheduleKeyDeletion", 5), event("DisableKey", 1))
    seen = reading(KeyState.PENDING_DELETION, 6)
    assert remedies_for(case(reading=seen)) == (
        Remedy.CANCEL_DELETION,
        Remedy.CANCEL_AND_ENABLE,
    )
    assert remedies_for(replace(late, reading=seen)) == (Remedy.CANCEL_DELETION,)
