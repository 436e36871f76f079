"""Story: KMS is asked for the calls of a remedy, and each answer is written down."""

from functools import partial

from chalice_app.domain.asked import after_refusal, taken, worked
from chalice_app.domain.case import looked_at
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.ledger import Kind, entry_of
from chalice_app.domain.press import Verdict
from chalice_app.domain.remedy import Call, Remedy, calls_for, reached
from chalice_app.errors import KmsRefusedError, NotProvedError
from chalice_app.flows.attempt import Attempt

_WRONG_STATE = "KMSInvalidStateException"


def ask_kms(attempt: Attempt, state: KeyState) -> None:
    """Ask for what brings the key from this state to where the remedy leads."""
    for call in calls_for(attempt.remedy, state):
        before = attempt.marks()
        try:
            _ask(call, attempt)
        except KmsRefusedError as refused:
            if refused.code == _WRONG_STATE:
                _mark(after_refusal(call, before), attempt)
                _other_state(call, attempt)
            else:
                _refused(call, refused, before, attempt)
            return
    attempt.tell(worked(attempt.marks()), attempt.read())


def _ask(call: Call, attempt: Attempt) -> None:
    _mark(call, attempt)
    attempt.tools.keys.call(call, attempt.case.subject)
    _mark(taken(call), attempt)


def _mark(mark: str, attempt: Attempt) -> None:
    case_id, ledger = attempt.case.id, attempt.tools.ledger
    asked = ledger.write(case_id, entry_of(attempt.press, Kind.ASKED))
    ledger.mark(case_id, asked, mark)


def _other_state(call: Call, attempt: Attempt) -> None:
    """Go on from where KMS says the key is: not pending deletion, or still so."""
    reading = attempt.read()
    left = calls_for(attempt.remedy, reading.state)
    if reached(attempt.remedy, reading.state):
        _there(attempt, reading)
    elif left and call is Call.CANCEL and reading.state is KeyState.DISABLED:
        ask_kms(attempt, reading.state)
    elif left and not attempt.press.last:
        raise NotProvedError(attempt.case.id)  # KMS has not settled
    else:
        _half(_WRONG_STATE, reading, attempt)


def _there(attempt: Attempt, reading: KeyReading) -> None:
    calls = worked(attempt.marks())
    if calls:
        attempt.tell(calls, reading)
    else:
        attempt.ended(Verdict.ALREADY, reading)


def _refused(
    call: Call, refused: KmsRefusedError, before: frozenset[str], attempt: Attempt
) -> None:
    """Ask again what the key is: somebody else may have saved it meanwhile."""
    reading = attempt.read()
    if call in before and reached(attempt.remedy, reading.state):
        attempt.tell(worked(before), reading)
    else:
        _half(refused.code, reading, attempt)


def _half(error: str, reading: KeyReading, attempt: Attempt) -> None:
    """Tell of a cancel that worked before the refusal, else of the refusal alone."""
    cancelled = taken(Call.CANCEL) in attempt.marks()
    if cancelled and reached(Remedy.CANCEL_DELETION, reading.state):
        attempt.tell(frozenset({Call.CANCEL}), reading, error)
        return
    tools, case_id = attempt.tools, attempt.case.id
    tools.cases.change(case_id, partial(looked_at, reading=reading))
    attempt.failed(error)
