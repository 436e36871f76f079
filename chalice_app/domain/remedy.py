"""What gets a key out of trouble, and when which remedy is offered."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from chalice_app.domain.key import DYING, KeyState


class Call(StrEnum):
    """The only two KMS calls that change a key, by their API names."""

    CANCEL = "CancelKeyDeletion"
    ENABLE = "EnableKey"


class Remedy(StrEnum):
    CANCEL_DELETION = "cancel_deletion"
    CANCEL_AND_ENABLE = "cancel_and_enable"
    ENABLE_KEY = "enable_key"


OFFERED: Mapping[KeyState, tuple[Remedy, ...]] = MappingProxyType(
    {
        KeyState.PENDING_DELETION: (Remedy.CANCEL_DELETION, Remedy.CANCEL_AND_ENABLE),
        KeyState.PENDING_REPLICA_DELETION: (
            Remedy.CANCEL_DELETION,
            Remedy.CANCEL_AND_ENABLE,
        ),
        KeyState.DISABLED: (Remedy.ENABLE_KEY,),
    }
)

# CancelKeyDeletion always leaves a key Disabled, and EnableKey on a dying key is an
# error (AWS KMS Developer Guide, "Key states"): hence two calls, in this order.
_CALLS: Mapping[tuple[Remedy, KeyState], tuple[Call, ...]] = MappingProxyType(
    {
        **{(Remedy.CANCEL_DELETION, state): (Call.CANCEL,) for state in DYING},
        **{
            (Remedy.CANCEL_AND_ENABLE, state): (Call.CANCEL, Call.ENABLE)
            for state in DYING
        },
        (Remedy.CANCEL_AND_ENABLE, KeyState.DISABLED): (Call.ENABLE,),
        (Remedy.ENABLE_KEY, KeyState.DISABLED): (Call.ENABLE,),
    }
)

_GOALS: Mapping[Remedy, frozenset[KeyState]] = MappingProxyType(
    {
        Remedy.CANCEL_DELETION: frozenset(KeyState) - DYING - {KeyState.GONE},
        Remedy.CANCEL_AND_ENABLE: frozenset({KeyState.ENABLED}),
        Remedy.ENABLE_KEY: frozenset({KeyState.ENABLED}),
    }
)


# CancelKeyDeletion leaves a key Disabled, which KMS names after a missing key store or
# material; Enabled is then a reading of the time before the deletion was scheduled.
_PROOFS: Mapping[Remedy, frozenset[KeyState]] = MappingProxyType(
    {
        Remedy.CANCEL_DELETION: frozenset(
            {KeyState.DISABLED, KeyState.UNAVAILABLE, KeyState.PENDING_IMPORT}
        ),
        Remedy.CANCEL_AND_ENABLE: frozenset({KeyState.ENABLED}),
        Remedy.ENABLE_KEY: frozenset({KeyState.ENABLED}),
    }
)


def calls_for(remedy: Remedy, state: KeyState | None) -> tuple[Call, ...]:
    """Say what is still to be asked of KMS, in order; nothing where it cannot help."""
    return _CALLS.get((remedy, state), ()) if state else ()


def calls_left(remedy: Remedy, state: KeyState | None) -> tuple[Call, ...]:
    """Say what a person can still call; all of it where the state tells nothing."""
    every = (_CALLS.get((remedy, it), ()) for it in (*DYING, KeyState.DISABLED))
    return calls_for(remedy, state) or max(every, key=len)


def reached(remedy: Remedy, state: KeyState | None) -> bool:
    """Tell if the key is where the remedy would bring it, whoever brought it there."""
    return state in _GOALS[remedy]


def proves(remedy: Remedy, state: KeyState | None) -> bool:
    """Tell if a reading fits what KMS has answered to the calls of a remedy."""
    return state in _PROOFS[remedy]
