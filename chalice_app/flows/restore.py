"""Story: a remedy is asked of KMS, proved by DescribeKey, and only then told."""

from dataclasses import replace
from functools import partial

from chalice_app.domain.asked import answered, worked
from chalice_app.domain.case import Case, looked_at
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.ledger import Kind, entry_id
from chalice_app.domain.phase import believed, confirmed
from chalice_app.domain.press import Press, Verdict, judge
from chalice_app.domain.remedy import Remedy
from chalice_app.errors import BeingActedOnError, NotProvedError
from chalice_app.flows.answer import answer
from chalice_app.flows.ask_kms import ask_kms
from chalice_app.flows.attempt import Attempt
from chalice_app.flows.tell_outcome import tell_failed, tell_proved
from chalice_app.ports import Tools


def restore(press: Press, remedy: Remedy, case: Case, tools: Tools) -> None:
    """Carry a remedy out under the case's action lease.

    The lease stays with a press that has to try again: its next delivery goes on.
    """
    if tools.rights.lease(case.id, press.id):
        if not _resumed(press, case, tools):
            _carry(Attempt(press=press, remedy=remedy, case=case, tools=tools))
        tools.rights.release(case.id, press.id)
    elif tools.ledger.entry(case.id, entry_id(press.id, Kind.ASKED)):
        raise BeingActedOnError(case.id)  # to say that it did nothing could be a lie
    else:
        answer(press, case, tools.words.say("answer.being_done"), tools)


def _resumed(press: Press, case: Case, tools: Tools) -> bool:
    """Tell on what an earlier delivery has decided; KMS is not called again for it."""
    proved = tools.ledger.entry(case.id, entry_id(press.id, Kind.PROVED))
    failed = tools.ledger.entry(case.id, entry_id(press.id, Kind.FAILED))
    if proved and proved.state:
        reading = KeyReading(read_at=proved.at, state=KeyState(proved.state))
        tell_proved(proved, reading, press, case, tools)
    elif failed:
        tell_failed(failed, press, case, tools)
    return bool(proved or failed)


def _carry(attempt: Attempt) -> None:
    reading = attempt.read()
    look = partial(looked_at, reading=reading)
    case = attempt.tools.cases.change(attempt.case.id, look)
    attempt = replace(attempt, case=case)
    if reading.state is None:
        attempt.failed(reading.refusal)
        return
    marks = attempt.marks()
    sure = _sure(case, attempt.press, marks)
    state = reading.state if sure else believed(case)
    verdict = judge(attempt.remedy, state, sure=sure)
    if verdict is Verdict.UNSURE:
        raise NotProvedError(case.id)
    if verdict is Verdict.CARRY_OUT and state:
        ask_kms(attempt, state)
    elif verdict is Verdict.ALREADY and worked(marks):
        attempt.tell(worked(marks), reading)
    else:
        attempt.ended(verdict, reading)


def _sure(case: Case, press: Press, marks: frozenset[str]) -> bool:
    """Tell if the reading stands: no young event contradicts it, or KMS has answered.

    An answer to a call of this press says nothing of a trouble that came after it.
    """
    if confirmed(case) or not (case.trouble or case.found):
        return True
    young = case.trouble and case.trouble.occurred_at > press.received_at
    return answered(marks) and not young
