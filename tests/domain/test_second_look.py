"""A key is looked at again while its reading is missing or contradicts the news."""

import pytest

from chalice_app.domain.case import looked_at
from chalice_app.domain.key import KeyState
from chalice_app.domain.opening import opened
from chalice_app.domain.second_look import PAUSES, next_pause, unsettled
from tests.shapes import SETTLED, case, moment, reading, refused, unreadable_case

DISABLED, ENABLED = KeyState.DISABLED, KeyState.ENABLED
DYING = KeyState.PENDING_DELETION
SETTLED_CASES = {
    "KMS shows what the event says": case(reading=reading(DYING)),
    "old enough": case(reading=reading(ENABLED, SETTLED)),
    "KMS will not say": case(reading=reading(None, refusal="AccessDeniedException")),
    "a refused attempt did nothing": looked_at(
        opened(refused(), ours=True), reading(KeyState.ENABLED)
    ),
    "KMS knows no key store": case("DisconnectCustomKeyStore"),
    "nothing to ask about": unreadable_case("no JSON."),
    "of another account": case(ours=False),
    "relieved, and KMS shows it": case(
        relieved_at=moment(5), reading=reading(DISABLED, 5)
    ),
    "relieved, and old enough": case(
        relieved_at=moment(5), reading=reading(DYING, 5 + SETTLED)
    ),
}
UNSETTLED_CASES = {
    "never read": case(),
    "KMS was busy": case(reading=reading(None, passing=True)),
    "of the time before": case(reading=reading(ENABLED, SETTLED - 1)),
    "older than the relief": case(relieved_at=moment(5), reading=reading(DYING, 4)),
    "of the time before the relief": case(
        relieved_at=moment(5), reading=reading(DYING, 6)
    ),
}


@pytest.mark.parametrize("name", SETTLED_CASES)
def test_what_is_settled_needs_no_look(name: str) -> None:
    assert not unsettled(SETTLED_CASES[name])
    assert next_pause(SETTLED_CASES[name], 0) is None


@pytest.mark.parametrize("name", UNSETTLED_CASES)
def test_what_is_not_is_looked_at_again_ever_later_and_then_left(name: str) -> None:
    found = UNSETTLED_CASES[name]
    assert unsettled(found)
    pauses = [next_pause(found, looks) for looks in range(5)]
    assert pauses == [2, 5, 15, 60, None] == [*PAUSES, None]
