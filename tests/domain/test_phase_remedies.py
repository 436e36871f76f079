"""A remedy is offered where KMS says, or the event says, that it can work."""

from dataclasses import replace

import pytest

from chalice_app.domain.case import Case, joined
from chalice_app.domain.key import DYING, KeyState
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import implied_state, remedies_for
from chalice_app.domain.remedy import Remedy
from tests.shapes import SETTLED, case, event, reading, refused, unreadable_case

BOTH = (Remedy.CANCEL_DELETION, Remedy.CANCEL_AND_ENABLE)
OFFERED = {
    **dict.fromkeys(DYING, BOTH),
    KeyState.DISABLED: (Remedy.ENABLE_KEY,),
}
DOUBTED = reading(KeyState.ENABLED, 1)


@pytest.mark.parametrize("state", KeyState)
@pytest.mark.parametrize("name", ["ScheduleKeyDeletion", "DisableKey", "DeleteKey"])
def test_a_believed_state_decides(state: KeyState, name: str) -> None:
    found = case(name, reading=reading(state, SETTLED))
    assert remedies_for(found) == OFFERED.get(state, ())


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("ScheduleKeyDeletion", BOTH),
        ("DisableKey", (Remedy.ENABLE_KEY,)),
        ("DeleteKey", ()),
        ("DeleteImportedKeyMaterial", ()),
        ("DisconnectCustomKeyStore", ()),
        ("DeleteCustomKeyStore", ()),
    ],
)
def test_a_reading_too_young_to_be_believed_leaves_what_the_event_needs(
    name: str, offered: tuple[Remedy, ...]
) -> None:
    assert remedies_for(case(name, reading=DOUBTED)) == offered


@pytest.mark.parametrize(
    "found",
    [
        case(),
        case(reading=reading(None)),
        case(reading=reading(KeyState.PENDING_DELETION, refusal="AccessDenied")),
        case(reading=reading(KeyState.PENDING_DELETION), ours=False),
        unreadable_case(),
    ],
    ids=["not asked", "hidden", "hidden since", "not ours", "unreadable"],
)
def test_nothing_is_offered_for_a_key_that_was_not_read(found: Case) -> None:
    assert remedies_for(found) == ()


@pytest.mark.parametrize("state", KeyState)
def test_a_refused_attempt_offers_nothing_to_restore(state: KeyState) -> None:
    found = opened(refused(), ours=True)
    assert remedies_for(replace(found, reading=reading(state, SETTLED))) == ()


def test_a_key_disabled_before_is_only_taken_from_death() -> None:
    found = joined(case("DisableKey"), event("ScheduleKeyDeletion", 5))
    dying = replace(found, reading=reading(KeyState.PENDING_DELETION, 6))
    assert remedies_for(dying) == (Remedy.CANCEL_DELETION,)
    cancelled = replace(found, reading=reading(KeyState.DISABLED, 5 + SETTLED))
    assert remedies_for(cancelled) == (Remedy.ENABLE_KEY,)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("ScheduleKeyDeletion", KeyState.PENDING_DELETION),
        ("DisableKey", KeyState.DISABLED),
        ("DeleteKey", KeyState.GONE),
        ("DeleteExpiredKeyMaterial", KeyState.PENDING_IMPORT),
        ("DeleteCustomKeyStore", None),
    ],
)
def test_which_state_an_event_leads_to(name: str, state: KeyState | None) -> None:
    assert implied_state(case(name)) is state


def test_no_state_is_implied_where_nothing_happened() -> None:
    assert implied_state(opened(refused(), ours=True)) is None
    assert implied_state(unreadable_case()) is None
