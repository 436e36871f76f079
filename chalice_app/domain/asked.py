"""What a press has asked of KMS and what KMS answered, as marks in the ledger."""

from chalice_app.domain.remedy import Call, Remedy

_HALVES = {
    frozenset({Call.CANCEL}): Remedy.CANCEL_DELETION,
    frozenset({Call.ENABLE}): Remedy.ENABLE_KEY,
}


def taken(call: Call) -> str:
    """Mark a call that KMS has acknowledged."""
    return f"{call}_taken"


def refused(call: Call) -> str:
    """Mark a call that KMS has refused, because the key was not in the state for it."""
    return f"{call}_refused"


def after_refusal(call: Call, before: frozenset[str]) -> str:
    """Say what a refusal for the key's state tells, by the marks before it was asked.

    Where the answer to an earlier call was lost, that call is what has changed the key.
    """
    return taken(call) if _lost(call, before) else refused(call)


def answered(marks: frozenset[str]) -> bool:
    """Tell if KMS has answered a call of this press from the side that changes keys."""
    return any(mark(call) in marks for call in Call for mark in (taken, refused))


def worked(marks: frozenset[str]) -> frozenset[Call]:
    """Give the calls that a press is credited with, once the key is where they lead."""
    return frozenset(it for it in Call if taken(it) in marks or _lost(it, marks))


def _lost(call: Call, marks: frozenset[str]) -> bool:
    """Tell if the answer to a call was lost."""
    return call in marks and refused(call) not in marks


def credited(remedy: Remedy, calls: frozenset[Call]) -> Remedy:
    """Credit a press with the calls that worked, and not with somebody's."""
    if remedy is Remedy.CANCEL_AND_ENABLE:
        return _HALVES.get(calls, remedy)
    return remedy
