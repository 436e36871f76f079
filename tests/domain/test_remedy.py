"""What a remedy asks of KMS, held against KMS's own table of key states."""

import pytest

from chalice_app.domain.key import DYING, KeyState
from chalice_app.domain.press import Verdict, judge
from chalice_app.domain.remedy import OFFERED, Call, Remedy, calls_for, proves, reached

# AWS KMS Developer Guide, "Key states": in which state a call is no error.
TAKES = {
    Call.CANCEL: DYING,
    Call.ENABLE: {KeyState.ENABLED, KeyState.DISABLED, KeyState.UNAVAILABLE},
}
LEAVES = {Call.CANCEL: KeyState.DISABLED, Call.ENABLE: KeyState.ENABLED}
EVERY = [(remedy, state) for remedy in Remedy for state in KeyState]


@pytest.mark.parametrize(("remedy", "state"), EVERY)
def test_kms_takes_every_call_in_its_order_and_the_goal_is_reached(
    remedy: Remedy, state: KeyState
) -> None:
    calls = calls_for(remedy, state)
    for call in calls:
        assert state in TAKES[call]
        state = LEAVES[call]
    assert not calls or reached(remedy, state)


@pytest.mark.parametrize(("remedy", "state"), EVERY)
def test_nothing_is_called_where_the_goal_is_reached(
    remedy: Remedy, state: KeyState
) -> None:
    assert not (reached(remedy, state) and calls_for(remedy, state))


def test_what_is_offered_in_a_state_can_be_carried_out_in_it() -> None:
    for state, remedies in OFFERED.items():
        assert remedies
        assert all(calls_for(remedy, state) for remedy in remedies)


@pytest.mark.parametrize(
    ("remedy", "state", "calls"),
    [
        (Remedy.CANCEL_DELETION, KeyState.PENDING_DELETION, [Call.CANCEL]),
        (Remedy.CANCEL_DELETION, KeyState.PENDING_REPLICA_DELETION, [Call.CANCEL]),
        (
            Remedy.CANCEL_AND_ENABLE,
            KeyState.PENDING_DELETION,
            [Call.CANCEL, Call.ENABLE],
        ),
        (
            Remedy.CANCEL_AND_ENABLE,
            KeyState.PENDING_REPLICA_DELETION,
            [Call.CANCEL, Call.ENABLE],
        ),
        (Remedy.CANCEL_AND_ENABLE, KeyState.DISABLED, [Call.ENABLE]),
        (Remedy.ENABLE_KEY, KeyState.DISABLED, [Call.ENABLE]),
    ],
)
def test_which_calls_a_remedy_needs(
    remedy: Remedy, state: KeyState, calls: list[Call]
) -> None:
    assert list(calls_for(remedy, state)) == calls
    assert judge(remedy, state, sure=True) is Verdict.CARRY_OUT


ALREADY = {
    *((Remedy.CANCEL_DELETION, it) for it in set(KeyState) - DYING - {KeyState.GONE}),
    (Remedy.CANCEL_AND_ENABLE, KeyState.ENABLED),
    (Remedy.ENABLE_KEY, KeyState.ENABLED),
}
CHANGED = [
    (Remedy.ENABLE_KEY, KeyState.PENDING_DELETION),
    (Remedy.ENABLE_KEY, KeyState.PENDING_REPLICA_DELETION),
    *(
        (remedy, state)
        for remedy in (Remedy.ENABLE_KEY, Remedy.CANCEL_AND_ENABLE)
        for state in (
            KeyState.PENDING_IMPORT,
            KeyState.UNAVAILABLE,
            KeyState.CREATING,
            KeyState.UPDATING,
        )
    ),
]


@pytest.mark.parametrize(("remedy", "state"), sorted(ALREADY))
def test_a_remedy_whose_goal_is_reached_is_no_failure(
    remedy: Remedy, state: KeyState
) -> None:
    assert reached(remedy, state)
    assert judge(remedy, state, sure=True) is Verdict.ALREADY


@pytest.mark.parametrize(("remedy", "state"), CHANGED)
def test_a_remedy_that_no_longer_fits_is_not_tried(
    remedy: Remedy, state: KeyState
) -> None:
    assert judge(remedy, state, sure=True) is Verdict.CHANGED


@pytest.mark.parametrize("remedy", Remedy)
def test_a_dead_or_unread_key_is_never_called_nor_proved(remedy: Remedy) -> None:
    assert judge(remedy, KeyState.GONE, sure=True) is Verdict.TOO_LATE
    assert judge(remedy, None, sure=True) is Verdict.CHANGED
    for state in (KeyState.GONE, None):
        assert not calls_for(remedy, state)
        assert not reached(remedy, state)


@pytest.mark.parametrize("remedy", Remedy)
@pytest.mark.parametrize("state", KeyState)
def test_where_nobody_is_sure_kms_is_asked_or_nothing_is_said(
    remedy: Remedy, state: KeyState
) -> None:
    sure, unsure = (judge(remedy, state, sure=it) for it in (True, False))
    nothing_to_do = sure in {Verdict.ALREADY, Verdict.CHANGED}
    assert unsure is (Verdict.UNSURE if nothing_to_do else sure)


PROOFS = {
    Remedy.CANCEL_DELETION: {"Disabled", "Unavailable", "PendingImport"},
    Remedy.CANCEL_AND_ENABLE: {"Enabled"},
    Remedy.ENABLE_KEY: {"Enabled"},
}


@pytest.mark.parametrize(("remedy", "state"), EVERY)
def test_a_reading_proves_only_what_the_calls_lead_to(
    remedy: Remedy, state: KeyState
) -> None:
    assert proves(remedy, state) is (state.value in PROOFS[remedy])
    assert reached(remedy, state) or not proves(remedy, state)
