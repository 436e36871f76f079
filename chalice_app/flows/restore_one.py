"""Story: one key of many is restored as a press on it alone would have it."""

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.domain.ledger import Kind, entry_id
from chalice_app.domain.press import Press
from chalice_app.domain.remedy import Remedy, calls_for, reached
from chalice_app.domain.restore_many import press_for
from chalice_app.domain.restore_parts import Ending, Outcome, Progress, Restore
from chalice_app.errors import (
    ChatRefusedError,
    KmsSilentError,
    TryAgainError,
)
from chalice_app.flows.restore import restore
from chalice_app.ports import Tools


def restore_one(
    case_id: str, whole: Restore, progress: Progress, tools: Tools
) -> Outcome:
    """Restore a key, and say how it ended; what may mend itself is unsure.

    Raises KmsSilentError: the next keys would meet the same.
    """
    case = tools.cases.get(case_id)
    if case is None:
        raise TryAgainError(case_id)  # the table was emptied under us
    press = press_for(whole, progress, case)
    remedy = Remedy(press.act)
    if not (case.ours and case.subject.arn):
        return Outcome(label=case.label, ending=Ending.CHANGED)
    try:
        restore(press, remedy, case, tools)
    except KmsSilentError:
        raise
    except (TryAgainError, ChatRefusedError):
        return Outcome(label=case.label, ending=Ending.UNSURE)
    return _outcome(press, remedy, case, tools)


def _outcome(press: Press, remedy: Remedy, case: Case, tools: Tools) -> Outcome:
    """Read from the table how it ended."""
    failed = tools.ledger.entry(case.id, entry_id(press.id, Kind.FAILED))
    proved = tools.ledger.entry(case.id, entry_id(press.id, Kind.PROVED))
    if failed:
        return Outcome(label=case.label, ending=Ending.REFUSED, detail=failed.error)
    if proved:
        return Outcome(label=case.label, ending=Ending.PROVED, detail=proved.state)
    case = tools.cases.get(case.id) or case
    state = case.reading.state if case.reading else None
    return Outcome(label=case.label, ending=_without(remedy, state), detail=state)


def _without(remedy: Remedy, state: KeyState | None) -> Ending:
    """Say how a key ended for which nothing was asked of KMS."""
    if reached(remedy, state):
        return Ending.UNNEEDED
    if calls_for(remedy, state):
        return Ending.UNSURE  # another press is being carried out on it
    return Ending.CHANGED
