"""An event goes into the case that takes it, into a new one, or into none."""

from dataclasses import replace

import pytest

from chalice_app.domain.case import Case
from chalice_app.domain.joining import about, recorded
from chalice_app.domain.key import KeyState
from chalice_app.domain.opening import opened
from chalice_app.domain.subject import SubjectKind
from chalice_app.domain.watched import WATCHED
from tests.shapes import KEY, STORE, case, event, moment, reading, refused

DAY = 86400
OLD = case("DisableKey", reading=reading(KeyState.ENABLED, DAY))
TRIED = opened(refused(seconds=2 * DAY), ours=True, previous=OLD.id)


def found(*cases: Case) -> dict[str, Case]:
    return {it.id: it for it in cases}


@pytest.mark.parametrize("name", WATCHED)
def test_only_what_is_watched_to_open_a_case_opens_one(name: str) -> None:
    made = recorded(event(name), None, found().get)

    assert (made is not None) is WATCHED[name].opens


def test_a_case_that_is_open_takes_the_event() -> None:
    made = recorded(event("DisableKey", 9), case(), found().get)

    assert made
    assert (made.id, made.version) == (case().id, 2)


def test_a_case_that_is_over_is_named_by_the_one_that_follows_it() -> None:
    made = recorded(event(seconds=3 * DAY), OLD, found().get, ours=False)

    assert made
    assert (made.previous, made.ours, made.version) == (OLD.id, False, 1)


def test_a_refused_attempt_hides_no_case_before_it() -> None:
    late = event("EnableKey", DAY)

    made = recorded(late, TRIED, found(OLD, TRIED).get)

    assert made
    assert (made.id, made.relieved_at) == (OLD.id, moment(DAY))
    assert recorded(late, TRIED, found(TRIED).get) is None


def test_no_case_before_a_trouble_is_asked() -> None:
    again = replace(OLD, id="again", previous=OLD.id, reading=None)
    over = replace(again, reading=reading(KeyState.ENABLED, 0.5 * DAY))

    assert recorded(event("EnableKey", DAY), over, found(OLD, over).get) is None


def test_an_event_that_names_nothing_stands_alone() -> None:
    nameless = replace(KEY, kind=SubjectKind.UNKNOWN)

    assert about(nameless, "one") != about(nameless, "two")
    assert (about(KEY, "one"), about(STORE, "one")) == (KEY.name, STORE.name)
