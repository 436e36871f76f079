"""Whose press a record of CloudTrail is the receipt of."""

from chalice_app.domain.case_parts import Saved
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.remedy import Call, Remedy

_CALLED = {
    Remedy.CANCEL_DELETION: {Call.CANCEL},
    Remedy.CANCEL_AND_ENABLE: {Call.CANCEL, Call.ENABLE},
    Remedy.ENABLE_KEY: {Call.ENABLE},
}


def presser_of(event: KeyEvent, saved: tuple[Saved, ...], role: str) -> str | None:
    """Name who pressed for a call that our role made; None for everybody else's calls.

    A role's name is unique in its account, and the event is of the key's own account.
    """
    arn = event.actor.arn if event.actor else None
    who = (arn or "").rpartition(":")[2].split("/")
    if not event.succeeded or who[:2] != ["assumed-role", role]:
        return None
    users = [it.user for it in saved if event.name in _CALLED[it.remedy]]
    return users[-1] if users else None
