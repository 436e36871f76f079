"""The phases of a case, and what an event and a key state each say of them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from chalice_app.domain.key import DYING, KeyState
from chalice_app.domain.key_event import KeyEvent


class Phase(StrEnum):
    SCHEDULED = "scheduled"
    WAITING_FOR_REPLICAS = "waiting_for_replicas"
    DISABLED = "disabled"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    RESOLVED = "resolved"
    DELETED = "deleted"
    MATERIAL_GONE = "material_gone"
    KEY_STORE_DISCONNECTED = "key_store_disconnected"
    KEY_STORE_DELETED = "key_store_deleted"
    UNREADABLE = "unreadable"


BY_STATE: Mapping[KeyState, Phase] = MappingProxyType(
    {
        KeyState.PENDING_DELETION: Phase.SCHEDULED,
        KeyState.PENDING_REPLICA_DELETION: Phase.WAITING_FOR_REPLICAS,
        KeyState.DISABLED: Phase.DISABLED,
        KeyState.PENDING_IMPORT: Phase.MATERIAL_GONE,
        KeyState.UNAVAILABLE: Phase.KEY_STORE_DISCONNECTED,
        KeyState.GONE: Phase.DELETED,
    }
)

_BY_EVENT: Mapping[str, Phase] = MappingProxyType(
    {
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
)

IMPLIED: Mapping[Phase, KeyState] = MappingProxyType(
    {phase: state for state, phase in BY_STATE.items()}
)

# The states in which a key may be found after an event, if nothing else happened.
LEADS_TO: Mapping[Phase, frozenset[KeyState]] = MappingProxyType(
    {
        Phase.SCHEDULED: DYING | {KeyState.GONE},
        Phase.WAITING_FOR_REPLICAS: DYING | {KeyState.GONE},
        # A disabled key whose store or material goes is named after that by KMS.
        Phase.DISABLED: DYING
        | {
            KeyState.DISABLED,
            KeyState.UNAVAILABLE,
            KeyState.PENDING_IMPORT,
            KeyState.GONE,
        },
        Phase.DELETED: frozenset({KeyState.GONE}),
        Phase.MATERIAL_GONE: DYING | {KeyState.PENDING_IMPORT, KeyState.GONE},
    }
)


def told(trouble: KeyEvent) -> Phase:
    """Say which phase an event alone leads to."""
    if trouble.key_state == KeyState.PENDING_REPLICA_DELETION:
        return Phase.WAITING_FOR_REPLICAS
    return _BY_EVENT[trouble.name]
