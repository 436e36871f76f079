"""Story: a remedy is asked of KMS, proved by DescribeKey, and only then told."""

from dataclasses import replace
from functools import partial

from chalice_app.domain.case import Case, looked_at
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.ledger import Entry, Kind, entry_of
from chalice_app.domain.press import Press, Verdict, credited, judge
from chalice_app.domain.remedy import Call, Remedy, calls_for, reached
from chalice_app.errors import (
    BeingActedOnError,
    KmsRefusedError,
    KmsSilentError,
    NotProvedError,
)
from chalice_app.flows.answer import answer
from chalice_app.flows.show_case import show
from chalice_app.flows.tell_outcome import tell_failed, tell_proved
from chalice_app.ports import Tools
from chalice_app.views.slack_text import code

_WRONG_STATE = "KMSInvalidStateException"


def restore(press: Press, remedy: Remedy, case: Case, tools: Tools) -> None:
    """Carry a remedy out under the case's action lease.

    The lease stays with a press that has to try again: its next delivery goes on.
    """
    if tools.rights.lease(case.id, press.id):
        if not _resumed(press, case, tools):
            _carry(press, remedy, case, tools)
        tools.rights.release(case.id, press.id)
    elif tools.ledger.entry(case.id, f"{press.id}.{Kind.ASKED}"):
        raise BeingActedOnError(case.id)  # to say that it did nothing could be a lie
    else:
        answer(press, case, tools.words.say("answer.being_done"), tools)


def _resumed(press: Press, case: Case, tools: Tools) -> bool:
    """Tell on what an earlier delivery has decided; KMS is not called again for it."""
    proved = tools.ledger.entry(case.id, f"{press.id}.{Kind.PROVED}")
    failed = tools.ledger.entry(case.id, f"{press.id}.{Kind.FAILED}")
    if proved and proved.state:
        reading = KeyReading(read_at=proved.at, state=KeyState(proved.state))
        tell_proved(proved, reading, press, case, tools)
    elif failed:
        tell_failed(failed, press, case, tools)
    return bool(proved or failed)


def _carry(press: Press, remedy: Remedy, case: Case, tools: Tools) -> None:
    reading = _read(case, tools)
    verdict = judge(remedy, reading.state)
    if reading.state is None:
        _fail(press, case, reading.refusal, tools)
    elif verdict is Verdict.CARRY_OUT:
        _act(press, remedy, case, reading, tools)
    else:
        _settle(press, remedy, case, reading, tools)


def _settle(
    press: Press, remedy: Remedy, case: Case, reading: KeyReading, tools: Tools
) -> None:
    """Nothing is left to call: earlier deliveries of this press did it, or others."""
    verdict = judge(remedy, reading.state)
    begun = tools.ledger.entry(case.id, f"{press.id}.{Kind.ASKED}")
    if verdict is Verdict.ALREADY and begun and begun.done:
        entry = _proof(press, credited(remedy, begun.done), reading)
        tell_proved(entry, reading, press, case, tools)
    else:
        tools.cases.change(case.id, partial(looked_at, reading=reading))
        show(case.id, tools)
        said = tools.words.say(f"answer.{verdict}", state=code(reading.state))
        answer(press, case, said, tools)


def _act(
    press: Press, remedy: Remedy, case: Case, reading: KeyReading, tools: Tools
) -> None:
    try:
        for call in calls_for(remedy, reading.state):
            asked = tools.ledger.write(case.id, entry_of(press, Kind.ASKED))
            tools.ledger.mark(case.id, asked, call)
            tools.keys.call(call, case.subject)
    except KmsRefusedError as refused:
        _refused(press, remedy, case, refused, tools)
    else:
        _prove(press, remedy, case, tools)


def _prove(press: Press, remedy: Remedy, case: Case, tools: Tools) -> None:
    reading = _read(case, tools)
    if not reached(remedy, reading.state):
        raise NotProvedError(case.id)
    _settle(press, remedy, case, reading, tools)


def _refused(
    press: Press, remedy: Remedy, case: Case, refused: KmsRefusedError, tools: Tools
) -> None:
    """Ask again what the key is: "not pending deletion" on a saved key is success."""
    reading = _read(case, tools)
    if reached(remedy, reading.state):
        _settle(press, remedy, case, reading, tools)
    elif refused.code == _WRONG_STATE and calls_for(remedy, reading.state):
        raise NotProvedError(case.id)  # KMS has not settled: EnableKey after a cancel
    elif _halfway(press, reading, case, tools):
        act = Remedy.CANCEL_DELETION
        entry = replace(_proof(press, act, reading), error=refused.code)
        tell_proved(entry, reading, press, case, tools)
    else:
        case = tools.cases.change(case.id, partial(looked_at, reading=reading))
        _fail(press, case, refused.code, tools)


def _halfway(press: Press, reading: KeyReading, case: Case, tools: Tools) -> bool:
    """Tell if this press has cancelled, and EnableKey is what KMS refused to it."""
    asked = tools.ledger.entry(case.id, f"{press.id}.{Kind.ASKED}")
    both = asked and asked.done >= set(Call)
    return bool(both) and reached(Remedy.CANCEL_DELETION, reading.state)


def _fail(press: Press, case: Case, error: str | None, tools: Tools) -> None:
    entry = replace(entry_of(press, Kind.FAILED), error=error)
    tell_failed(entry, press, case, tools)


def _proof(press: Press, act: Remedy, reading: KeyReading) -> Entry:
    entry = entry_of(press, Kind.PROVED)
    return replace(entry, act=act, at=reading.read_at, state=reading.state)


def _read(case: Case, tools: Tools) -> KeyReading:
    reading = tools.keys.read(case.subject)
    if reading.passing:
        raise KmsSilentError(reading.refusal or "")
    return reading
