"""How a case stands: a rule over its events and the last reading of the key."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from chalice_app.domain.case import Case
from chalice_app.domain.key import DYING, KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.remedy import OFFERED, Remedy
from chalice_app.domain.subject import SubjectKind
from chalice_app.domain.watched import News, news_of

# Refused attempts on one key fold into one message while they follow so closely.
FOLDS_FOR = timedelta(hours=1)


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


_BY_STATE: Mapping[KeyState, Phase] = MappingProxyType(
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

_IMPLIED: Mapping[Phase, KeyState] = MappingProxyType(
    {phase: state for state, phase in _BY_STATE.items()}
)

# The states in which a key may be found after an event, if nothing else happened.
_LEADS_TO: Mapping[Phase, frozenset[KeyState]] = MappingProxyType(
    {
        Phase.SCHEDULED: DYING | {KeyState.GONE},
        Phase.WAITING_FOR_REPLICAS: DYING | {KeyState.GONE},
        Phase.DISABLED: DYING | {KeyState.DISABLED, KeyState.GONE},
        Phase.DELETED: frozenset({KeyState.GONE}),
        Phase.MATERIAL_GONE: DYING | {KeyState.PENDING_IMPORT, KeyState.GONE},
    }
)


def phase_of(case: Case) -> Phase:
    """Say how the case stands; the state is KMS's own wherever it can be trusted."""
    if case.unreadable:
        return Phase.UNREADABLE
    if case.trouble is None:
        return Phase.REFUSED
    told = _told(case.trouble)
    if case.subject.kind is not SubjectKind.KEY or not confirmed(case):
        return told
    state = case.reading.state if case.reading else None
    phase = _BY_STATE.get(state, Phase.RESOLVED) if state else told
    if phase is Phase.DISABLED and phase is not told and case.calls.scheduled_at:
        return Phase.CANCELLED
    return phase


def confirmed(case: Case) -> bool:
    """Tell if the last reading can be trusted over the last event."""
    reading, trouble = case.reading, case.trouble
    if reading is None or reading.state is None or trouble is None:
        return False
    if reading.state in _LEADS_TO.get(_told(trouble), frozenset()):
        return True
    relief = case.relieved_at
    relieved = relief and trouble.occurred_at <= relief <= reading.read_at
    return bool(relieved) or reading.settled(trouble.occurred_at)


def is_over(case: Case) -> bool:
    """Tell if a younger trouble opens a new case; a dead key has no more troubles."""
    return phase_of(case) in {Phase.RESOLVED, Phase.REFUSED, Phase.UNREADABLE}


def takes(case: Case, event: KeyEvent) -> bool:
    """Tell if an event belongs to this case rather than to a new one."""
    if not is_over(case):
        return True
    if phase_of(case) is Phase.REFUSED:
        return news_of(event) is News.REFUSED and _soon_after(case, event)
    reading = case.reading
    return bool(reading and event.occurred_at <= reading.read_at)


def remedies_for(case: Case) -> tuple[Remedy, ...]:
    """Offer only what the last reading says can work."""
    reading = case.reading
    if (
        not case.ours
        or phase_of(case) is Phase.REFUSED
        or not (reading and reading.state)
    ):
        return ()
    state = reading.state if confirmed(case) else implied_state(case)
    offered = OFFERED.get(state, ()) if state else ()
    if case.calls.disabled_before:
        return tuple(it for it in offered if it is not Remedy.CANCEL_AND_ENABLE)
    return offered


def implied_state(case: Case) -> KeyState | None:
    """Say which state the last event leads to, where nobody has asked KMS."""
    return _IMPLIED.get(phase_of(case))


def _soon_after(case: Case, event: KeyEvent) -> bool:
    return case.latest_try is None or event.occurred_at - case.latest_try <= FOLDS_FOR


def _told(trouble: KeyEvent) -> Phase:
    if trouble.key_state == KeyState.PENDING_REPLICA_DELETION:
        return Phase.WAITING_FOR_REPLICAS
    return _BY_EVENT[trouble.name]
