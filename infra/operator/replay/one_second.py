"""In which order calls on one key came in one second, which CloudTrail leaves open."""

from collections.abc import Mapping, Sequence
from itertools import permutations
from types import MappingProxyType

from chalice_app.domain.key import DYING, KeyState
from chalice_app.domain.key_event import KeyEvent

# More calls than these on one key in one second stay in their usual order.
_MOST = 5
_USUAL = ("DisableKey", "ScheduleKeyDeletion", "CancelKeyDeletion", "EnableKey")
# KMS takes a call only on a key that is dying, or only on one that is not.
_ON_DYING: Mapping[str, bool] = MappingProxyType(
    {name: name == "CancelKeyDeletion" for name in _USUAL}
)
_LEAVES_DYING = "ScheduleKeyDeletion"


def in_order(
    events: Sequence[KeyEvent], state: KeyState | None
) -> tuple[KeyEvent, ...]:
    """Give the first order in which KMS would have taken all that it took."""
    usual = tuple(sorted(events, key=_rank))
    orders = permutations(usual) if len(usual) <= _MOST else ()
    return next((it for it in orders if _lawful(it, state)), usual)


def _rank(event: KeyEvent) -> tuple[bool, int, str]:
    known = event.name in _USUAL
    rank = _USUAL.index(event.name) if known else len(_USUAL)
    return not event.succeeded, rank, event.event_id


def _lawful(events: Sequence[KeyEvent], state: KeyState | None) -> bool:
    dying = state in DYING if state else None
    for event in events:
        if not event.succeeded or event.name not in _ON_DYING:
            continue
        if dying is not None and dying is not _ON_DYING[event.name]:
            return False
        dying = event.name == _LEAVES_DYING
    return True
