"""The state of a key as its events tell it: nobody asked KMS at the time."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from chalice_app.domain.harm import does_harm
from chalice_app.domain.key import DYING, KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.phase_table import IMPLIED, told

# Not watched: Reprieve learns of it by reading the key.
IMPORTED = "ImportKeyMaterial"
_SWEPT_EVERY = timedelta(hours=1)
_RELIEVED: Mapping[str, KeyState] = MappingProxyType(
    {"CancelKeyDeletion": KeyState.DISABLED, "EnableKey": KeyState.ENABLED}
)


def read_after(event: KeyEvent, before: KeyReading | None) -> KeyReading | None:
    """Give what DescribeKey would have answered; None where no event has told yet."""
    state = _state_after(event, before.state if before else None)
    return KeyReading(read_at=event.occurred_at, state=state) if state else None


def swept(reading: KeyReading | None, until: datetime) -> KeyReading | None:
    """Give what the hourly sweep would have read before the next event."""
    if reading is None or reading.read_at + _SWEPT_EVERY >= until:
        return None
    return replace(reading, read_at=reading.read_at + _SWEPT_EVERY)


def _state_after(event: KeyEvent, before: KeyState | None) -> KeyState | None:
    if not event.succeeded:
        return before
    if event.name == IMPORTED and before is KeyState.PENDING_IMPORT:
        return KeyState.ENABLED
    if not does_harm(event):
        return _RELIEVED.get(event.name, before)
    state = IMPLIED.get(told(event))
    # The material of a dying key may go, too; the key goes on dying.
    return before if state is KeyState.PENDING_IMPORT and before in DYING else state
