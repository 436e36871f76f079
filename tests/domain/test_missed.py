"""A disabled key is news, unless it was so before, or its case tells of it."""

from dataclasses import replace

import pytest

from chalice_app.domain.case import Case
from chalice_app.domain.inventory import Inventory
from chalice_app.domain.key import KeyState
from chalice_app.domain.missed import Found, found_disabled
from chalice_app.domain.opening import opened
from tests.shapes import case, moment, reading, refused

FOURTH = Inventory(
    number=4,
    region="eu-west-1",
    begun_at=moment(0),
    seen_at=moment(0),
    first=False,
    finished=2,
)
FIRST = replace(FOURTH, number=1, finished=0, first=True)
ENABLED = case("DisableKey", reading=reading(KeyState.ENABLED, 900))
ATTEMPT = opened(refused(), ours=True)


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (None, Found.MISSED),
        (1, Found.MISSED),
        (2, Found.KNOWN),
        (3, Found.KNOWN),  # by an inventory that did not come to its end
        (4, Found.KNOWN),  # by this page, delivered once before
    ],
)
@pytest.mark.parametrize("last", [None, ATTEMPT])
def test_it_is_known_if_the_last_inventory_or_a_later_one_saw_it(
    last: Case | None, seen: int | None, found: Found
) -> None:
    assert found_disabled(last, seen, FOURTH) is found


def test_the_first_inventory_finds_no_news() -> None:
    assert found_disabled(None, None, FIRST) is Found.KNOWN


def test_before_the_first_is_finished_what_older_versions_knew_is_known() -> None:
    second = replace(FIRST, first=False)

    assert found_disabled(None, 0, second) is Found.KNOWN
    assert found_disabled(None, None, second) is Found.MISSED


@pytest.mark.parametrize("inventory", [FIRST, FOURTH])
@pytest.mark.parametrize("seen", [None, 3])
def test_a_key_whose_case_was_resolved_was_enabled_since(
    inventory: Inventory, seen: int | None
) -> None:
    assert found_disabled(ENABLED, seen, inventory) is Found.MISSED


@pytest.mark.parametrize("name", ["DisableKey", "ScheduleKeyDeletion"])
def test_an_open_case_tells_of_it(name: str) -> None:
    assert found_disabled(case(name), None, FOURTH) is Found.ALERTED
