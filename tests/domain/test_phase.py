"""How a case stands, for each event, each state and each age of the reading."""

from dataclasses import replace

import pytest

from chalice_app.domain.case import Case, joined
from chalice_app.domain.key import KeyState
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import Phase, confirmed, phase_of
from chalice_app.domain.watched import WATCHED
from tests.shapes import (
    SETTLED,
    case,
    event,
    moment,
    reading,
    refused,
    unreadable_case,
)

TOLD = {
    "ScheduleKeyDeletion": Phase.SCHEDULED,
    "DisableKey": Phase.DISABLED,
    "DeleteKey": Phase.DELETED,
    "KMS CMK Deletion": Phase.DELETED,
    "DeleteImportedKeyMaterial": Phase.MATERIAL_GONE,
    "DeleteExpiredKeyMaterial": Phase.MATERIAL_GONE,
    "KMS Imported Key Material Expiration": Phase.MATERIAL_GONE,
    "DisconnectCustomKeyStore": Phase.KEY_STORE_DISCONNECTED,
    "DeleteCustomKeyStore": Phase.KEY_STORE_DELETED,
}
# As KMS names the state five minutes later, whatever the event was.
SHOWN = {
    KeyState.ENABLED: Phase.RESOLVED,
    KeyState.DISABLED: Phase.DISABLED,
    KeyState.PENDING_DELETION: Phase.SCHEDULED,
    KeyState.PENDING_REPLICA_DELETION: Phase.WAITING_FOR_REPLICAS,
    KeyState.PENDING_IMPORT: Phase.MATERIAL_GONE,
    KeyState.UNAVAILABLE: Phase.KEY_STORE_DISCONNECTED,
    KeyState.CREATING: Phase.RESOLVED,
    KeyState.UPDATING: Phase.RESOLVED,
    KeyState.GONE: Phase.DELETED,
}
# What KMS may name at once without contradicting the event.
AT_ONCE = {
    "ScheduleKeyDeletion": {"PendingDeletion", "PendingReplicaDeletion", "NotFound"},
    "DisableKey": {
        *("Disabled", "PendingDeletion", "PendingReplicaDeletion", "NotFound"),
        *("Unavailable", "PendingImport"),
    },
    "DeleteKey": {"NotFound"},
    "DeleteImportedKeyMaterial": {
        *("PendingImport", "PendingDeletion", "PendingReplicaDeletion", "NotFound"),
    },
}
REPLICAS = event(key_state="PendingReplicaDeletion")


def looked(name: str, state: KeyState | None, seconds: float) -> Case:
    return case(name, reading=reading(state, seconds))


def test_every_event_that_opens_a_case_leads_to_a_phase() -> None:
    assert TOLD.keys() == {name for name, row in WATCHED.items() if row.opens}
    assert SHOWN.keys() == set(KeyState)


@pytest.mark.parametrize(("name", "phase"), TOLD.items())
def test_without_a_reading_the_event_says_how_it_stands(
    name: str, phase: Phase
) -> None:
    assert phase_of(case(name)) is phase
    assert phase_of(looked(name, None, SETTLED)) is phase
    assert not confirmed(case(name))


@pytest.mark.parametrize("name", AT_ONCE)
@pytest.mark.parametrize("state", KeyState)
@pytest.mark.parametrize("seconds", [1, SETTLED - 1, SETTLED])
def test_a_young_reading_counts_only_where_it_agrees_with_the_event(
    name: str, state: KeyState, seconds: int
) -> None:
    found = looked(name, state, seconds)
    believed = state.value in AT_ONCE[name] or seconds >= SETTLED
    assert confirmed(found) is believed
    shown = Phase.CANCELLED if _cancelled(name, state) else SHOWN[state]
    assert phase_of(found) is (shown if believed else TOLD[name])


def _cancelled(name: str, state: KeyState) -> bool:
    return name == "ScheduleKeyDeletion" and state is KeyState.DISABLED


def test_a_primary_key_waits_for_its_replicas() -> None:
    waiting = opened(REPLICAS, ours=True)
    assert phase_of(waiting) is Phase.WAITING_FOR_REPLICAS
    dated = replace(waiting, reading=reading(KeyState.PENDING_DELETION, 9))
    assert phase_of(dated) is Phase.SCHEDULED


@pytest.mark.parametrize(
    ("state", "phase"),
    [(KeyState.DISABLED, Phase.CANCELLED), (KeyState.ENABLED, Phase.RESOLVED)],
)
def test_a_reading_younger_than_the_relief_is_believed_at_once(
    state: KeyState, phase: Phase
) -> None:
    relieved = case(reading=reading(state, 5), relieved_at=moment(5))
    assert phase_of(relieved) is phase
    older = replace(relieved, reading=reading(state, 4))
    assert phase_of(older) is Phase.SCHEDULED


def test_relief_before_the_last_harm_is_none() -> None:
    found = case(seconds=9, relieved_at=moment(8), reading=reading(KeyState.ENABLED, 9))
    assert phase_of(found) is Phase.SCHEDULED


def test_disabled_after_a_cancelled_deletion_is_disabled() -> None:
    again = joined(
        joined(case(), event("CancelKeyDeletion", 2)), event("DisableKey", 4)
    )
    assert phase_of(replace(again, reading=reading(KeyState.DISABLED, 5))) is (
        Phase.DISABLED
    )


def test_a_key_store_stands_as_its_event_says() -> None:
    found = looked("DisconnectCustomKeyStore", KeyState.ENABLED, SETTLED)
    assert phase_of(found) is Phase.KEY_STORE_DISCONNECTED


def test_refused_attempts_alone_are_refused_whatever_the_key_is() -> None:
    found = opened(refused(), ours=True)
    for state in KeyState:
        seen = replace(found, reading=reading(state, SETTLED))
        assert phase_of(seen) is Phase.REFUSED
        assert not confirmed(seen)


def test_what_cannot_be_read_stays_unreadable() -> None:
    assert phase_of(unreadable_case()) is Phase.UNREADABLE
