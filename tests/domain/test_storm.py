"""When a new case has a message of its own, and when it goes into a digest."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.case import Case
from chalice_app.domain.opening import opened, opened_found
from chalice_app.domain.storm import Window, counted, window_of
from chalice_app.domain.storm_rule import USUAL
from chalice_app.domain.subject import Subject, SubjectKind
from tests.shapes import KEY, START, event, moment, reading, refused

MINUTE = 60
NAMELESS = Subject(
    kind=SubjectKind.UNKNOWN, id="", account="111122223333", region=None, partition=""
)


def new(number: int, name: str = "ScheduleKeyDeletion", **changes: Any) -> Case:
    subject = replace(KEY, id=f"key-{number}")
    told = event(name, subject=subject, event_id=f"{name}-{number}", **changes)
    return opened(told, ours=True)


def after(*comings: tuple[int, int]) -> Window:
    """Give the window after keys have come, each by its number and its second."""
    window = Window()
    for number, seconds in comings:
        window = counted(window, new(number), moment(seconds), USUAL)
    return window


def test_the_fourth_key_within_ten_minutes_begins_a_storm() -> None:
    assert after((1, 0), (2, 0), (3, 599)).digest is None
    assert after((1, 0), (2, 0), (3, 0), (4, 599)).digest


def test_four_keys_in_more_than_ten_minutes_are_no_storm() -> None:
    assert after((1, 0), (2, 0), (3, 0), (4, 600)).digest is None


def test_one_key_that_comes_again_and_again_is_no_storm() -> None:
    assert after(*((1, seconds) for seconds in range(20))).digest is None


def test_keys_without_a_name_are_counted_one_by_one() -> None:
    window = Window()
    for number in range(4):
        told = event(subject=NAMELESS, error="AccessDenied", event_id=f"e{number}")
        window = counted(window, opened(told, ours=True), START, USUAL)

    assert window.digest


def test_what_comes_while_a_storm_runs_goes_into_its_digest() -> None:
    storm = after((1, 0), (2, 0), (3, 0), (4, 0))

    later = counted(storm, new(5), moment(9 * MINUTE), USUAL)

    assert later.digest == storm.digest
    assert counted(later, new(6), moment(18 * MINUTE), USUAL).digest == storm.digest


def test_a_storm_that_nothing_prolongs_is_over() -> None:
    storm = after((1, 0), (2, 0), (3, 0), (4, 0))

    assert counted(storm, new(5), moment(10 * MINUTE), USUAL).digest is None


def test_most_cases_of_a_storm_leave_the_window_as_it_is() -> None:
    storm = after((1, 0), (2, 0), (3, 0), (4, 0))
    changed = 0
    for seconds in range(1, 600):
        later = counted(storm, new(seconds), moment(seconds), USUAL)
        changed += later != storm
        storm = later

    assert changed == 1


@given(st.lists(st.integers(0, 900), max_size=40))
def test_no_ten_minutes_have_more_than_three_keys_with_messages(
    pauses: list[int],
) -> None:
    window, now, alone = Window(), START, list[datetime]()
    for number, pause in enumerate(pauses):
        now += timedelta(seconds=pause)
        window = counted(window, new(number), now, USUAL)
        if window.digest is None:
            alone.append(now)

    for first, fourth in zip(alone, alone[3:], strict=False):
        assert fourth - first >= USUAL.within


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        (opened(event(), ours=True), "HARM"),
        (opened(event("DeleteKey"), ours=True), "HARM"),
        (opened_found(KEY, reading(None), None), "HARM"),
        (opened(refused(), ours=True), "REFUSED"),
        # Nobody knows if such an attempt has changed something.
        (opened(event(error="KMSInternalException"), ours=True), "HARM"),
    ],
    ids=lambda it: it if isinstance(it, str) else it.id,
)
def test_refused_attempts_are_counted_apart(case: Case, kind: str) -> None:
    assert window_of(case) == f"{KEY.account}#{kind}"
