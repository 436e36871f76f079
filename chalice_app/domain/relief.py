"""What a relief has undone: the states that a stale reading may still tell of."""

from datetime import datetime

from chalice_app.domain.case_parts import Saved
from chalice_app.domain.harm import Calls
from chalice_app.domain.key import DYING, KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.remedy import Remedy


def harmed_at(trouble: KeyEvent | None, found: KeyReading | None) -> datetime | None:
    """Say when the key was last known to be harmed: by an event, or by the sweep."""
    moments = [trouble.occurred_at] if trouble else []
    return max([*moments, found.read_at] if found else moments, default=None)


def relieved_since(relief: datetime | None, harmed: datetime | None) -> bool:
    """Tell if the last relief came after the last harm."""
    return relief is not None and (harmed is None or harmed <= relief)


def undone(
    relief: datetime, calls: Calls, saved: tuple[Saved, ...]
) -> frozenset[KeyState]:
    """Say in which states the key no longer is: cancelling leaves a key disabled."""
    enabled = [it.at for it in saved if it.remedy is not Remedy.CANCEL_DELETION]
    if calls.enabled_at:
        enabled.append(calls.enabled_at)
    return (
        DYING | {KeyState.DISABLED} if max(enabled, default=None) == relief else DYING
    )


def contradicts(
    reading: KeyReading, relief: datetime, states: frozenset[KeyState]
) -> bool:
    """Tell if a reading is too young to be believed against a relief."""
    return reading.state in states and not reading.settled(relief)
