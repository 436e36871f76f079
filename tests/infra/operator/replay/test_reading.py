"""A reading of the event history finds all that concerns keys, in few calls."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.operator.replay.event_history import EventHistory
from infra.operator.replay.listening import HEARD
from infra.operator.replay.pace import Pace
from infra.operator.replay.reading import Reading
from infra.operator.replay.shelf import Shelf
from infra.operator.replay.sources import Source, of_history
from infra.sandbox.aws.shapes import REGION
from tests.fakes.news import record
from tests.fakes.places import NOON
from tests.infra.operator.replay.local_trail import LocalTrail

KMS = "kms.amazonaws.com"
DAYS = 90
SINCE = NOON - timedelta(days=DAYS)
FRESH = Reading(region=REGION, since=SINCE)
NAMES = ["Decrypt", *HEARD]


def recorded(name: str, minutes: int) -> dict[str, Any]:
    at = NOON - timedelta(minutes=minutes)
    detail: dict[str, Any] = record(name, at=at, readOnly=name == "Decrypt")["detail"]
    return detail


def busy(number: int = 300) -> list[dict[str, Any]]:
    """Make a Region whose keys are used every minute, and lost at times."""
    used = [recorded("Decrypt", minute) for minute in range(number)]
    return [*used, *(recorded("DisableKey", it) for it in range(0, number, 50))]


def read(
    trail: LocalTrail, first: Reading = FRESH, shelf: Shelf | None = None
) -> Source:
    pace = Pace(now=lambda: 0.0, sleep=lambda _seconds: None)
    return of_history(EventHistory(trail, pace), first, shelf, lambda _share: None)


def ids(source: Source) -> set[str]:
    return {it.event_id for it in source.heard.events}


def ids_of(trail: LocalTrail) -> set[str]:
    return {it["eventID"] for it in trail.records if it["eventName"] in HEARD}


def test_a_quiet_region_is_one_call() -> None:
    trail = LocalTrail([recorded("DisableKey", 5), recorded("Decrypt", 6)])

    assert ids(read(trail)) == ids_of(trail)
    assert trail.looked_up == [KMS]
    assert trail.asked[0]["StartTime"] == SINCE


def test_events_that_are_few_are_read_page_by_page() -> None:
    trail = LocalTrail([recorded("DisableKey", it * 600) for it in range(200)])

    assert ids(read(trail)) == ids_of(trail)
    assert trail.looked_up == [KMS] * 4


def test_where_keys_are_used_much_each_name_is_looked_up() -> None:
    trail = LocalTrail(busy())

    assert ids(read(trail)) == ids_of(trail)
    assert trail.looked_up == [KMS, *HEARD]


def test_what_was_read_already_is_not_asked_for_again() -> None:
    trail = LocalTrail(busy())

    read(trail)

    newest_page = sorted(it["eventTime"] for it in trail.records)[-50:]
    oldest = datetime.fromisoformat(newest_page[0])
    assert {it["EndTime"] for it in trail.asked[1:]} == {oldest}


EVENTS = st.builds(
    recorded, st.sampled_from(NAMES), st.integers(0, DAYS * 24 * 60)
) | st.builds(recorded, st.just("Decrypt"), st.integers(0, 30))


@given(st.lists(EVENTS, max_size=150), st.integers(1, 4))
def test_nothing_that_concerns_keys_is_missed(
    records: list[dict[str, Any]], times: int
) -> None:
    trail = LocalTrail(records * times)

    assert ids(read(trail)) == ids_of(trail)


@pytest.mark.parametrize("call", range(1, 14))
def test_a_reading_that_broke_off_goes_on_where_it_was(
    tmp_path: Path, call: int
) -> None:
    trail, shelf = LocalTrail(busy(), breaks_at=call), Shelf(folder=tmp_path)
    with pytest.raises(ConnectionError):
        read(trail, shelf.begun(FRESH), shelf)

    source = read(trail, shelf.begun(FRESH), shelf)

    assert ids(source) == ids_of(trail)
    assert len(trail.asked) == 1 + len(HEARD) + 1  # one was asked twice


def test_a_page_that_was_kept_and_is_broken_since_is_named(tmp_path: Path) -> None:
    trail, shelf = LocalTrail(busy(), breaks_at=4), Shelf(folder=tmp_path)
    with pytest.raises(ConnectionError):
        read(trail, shelf.begun(FRESH), shelf)
    [first, *_] = sorted(tmp_path.glob("page-*.json"))
    first.write_text("{")

    source = read(trail, shelf.begun(FRESH), shelf)

    assert [it.path for it in source.broken] == [first]


def test_a_bar_never_goes_beyond_its_end() -> None:
    shares: list[float] = []
    pace = Pace(now=lambda: 0.0, sleep=lambda _seconds: None)

    for records in ([], busy(), [recorded("EnableKey", it * 600) for it in range(200)]):
        of_history(EventHistory(LocalTrail(records), pace), FRESH, None, shares.append)

    assert all(0 <= it <= 1 for it in shares)
