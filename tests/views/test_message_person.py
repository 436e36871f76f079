"""A person is named for what their own call did, and for nothing else."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import Phase
from tests.shapes import SETTLED, case, event, reading
from tests.views.drawings import PHASES, drawn, said, seen

BY = "By `alice (role Deploy)`."
NAMED = {
    Phase.SCHEDULED,
    Phase.WAITING_FOR_REPLICAS,
    Phase.DISABLED,
    Phase.REFUSED,
    Phase.KEY_STORE_DISCONNECTED,
    Phase.KEY_STORE_DELETED,
}


@pytest.mark.parametrize("phase", Phase)
def test_the_text_names_who_did_it(phase: Phase) -> None:
    assert drawn(PHASES[phase])["text"].endswith(BY) is (phase in NAMED)


@pytest.mark.parametrize("seconds", [1, SETTLED])
@pytest.mark.parametrize(
    ("state", "title"),
    [
        (KeyState.PENDING_DELETION, "Key deletion scheduled"),
        (KeyState.PENDING_REPLICA_DELETION, "Key deletion scheduled"),
        (KeyState.UNAVAILABLE, "Custom key store disconnected"),
    ],
)
def test_who_disabled_a_key_is_not_accused_of_what_came_after(
    state: KeyState, title: str, seconds: int
) -> None:
    shown = drawn(case("DisableKey", reading=seen(state, seconds)))
    assert shown["text"].startswith(title)
    assert "alice" not in shown["text"]
    assert "*Event*\n`DisableKey`" in said(shown)
    assert "*Who*\n`alice (role Deploy)`" in said(shown)


@pytest.mark.parametrize("told", [None, "PendingReplicaDeletion"])
@pytest.mark.parametrize(
    "state", [KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION]
)
def test_waiting_for_replicas_is_the_same_deed_as_scheduling(
    told: str | None, state: KeyState
) -> None:
    found = opened(event(key_state=told), ours=True)
    shown = drawn(case(trouble=found.trouble, reading=reading(state)))
    assert shown["text"].endswith(BY)
