"""How a case stands: a rule over its events and the last reading of the key."""

from datetime import timedelta

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.phase_table import BY_STATE, IMPLIED, LEADS_TO, Phase, told
from chalice_app.domain.relief import contradicts, harmed_at, relieved_since, undone
from chalice_app.domain.remedy import OFFERED, Remedy
from chalice_app.domain.subject import SubjectKind
from chalice_app.domain.unclear import is_unclear
from chalice_app.domain.watched import News, news_of

__all__ = [
    "FOLDS_FOR",
    "Phase",
    "believed",
    "blames",
    "confirmed",
    "has_key_to_ask",
    "implied_state",
    "is_over",
    "phase_of",
    "remedies_for",
    "takes",
]

# Refused attempts on one key fold into one message while they follow so closely.
FOLDS_FOR = timedelta(hours=1)


def phase_of(case: Case) -> Phase:
    """Say how the case stands; the state is KMS's own wherever it can be trusted."""
    if case.unreadable:
        return Phase.UNREADABLE
    if case.trouble is None:
        return _found(case)
    found = _found_since(case)
    by_event = _of(found) if found else told(case.trouble)
    if case.subject.kind is not SubjectKind.KEY or not confirmed(case):
        return by_event
    state = case.reading.state if case.reading else None
    phase = BY_STATE.get(state, Phase.RESOLVED) if state else by_event
    if phase is Phase.DISABLED and phase is not by_event and case.calls.scheduled_at:
        return Phase.CANCELLED
    return phase


def _found(case: Case) -> Phase:
    """Say how a case without an event stands: a refused attempt, or found so."""
    if case.found is None:
        return Phase.REFUSED
    last = case.reading if confirmed(case) else case.found
    return _of(last) if last else Phase.RESOLVED


def _found_since(case: Case) -> KeyReading | None:
    """Give what the sweep found, if it did so after the last harm that we know of."""
    trouble, found = case.trouble, case.found
    after = found and (trouble is None or trouble.occurred_at < found.read_at)
    return found if after else None


def _of(reading: KeyReading) -> Phase:
    return (
        BY_STATE.get(reading.state, Phase.RESOLVED) if reading.state else Phase.RESOLVED
    )


def confirmed(case: Case) -> bool:
    """Tell if the last reading can be trusted over the last event."""
    reading, trouble, relief = case.reading, case.trouble, case.relieved_at
    if reading is None or reading.state is None:
        return False
    if relief and relieved_since(relief, harmed_at(trouble, case.found)):
        states = undone(relief, case.calls, case.saved)
        younger = relief <= reading.read_at
        return younger and not contradicts(reading, relief, states)
    found = _found_since(case)
    if found or trouble is None:
        return found is not None and _stands(reading, found)
    if reading.state in LEADS_TO.get(told(trouble), frozenset()):
        return True
    return reading.settled(trouble.occurred_at)


def _stands(reading: KeyReading, found: KeyReading) -> bool:
    return reading.state is found.state or reading.settled(found.read_at)


def believed(case: Case) -> KeyState | None:
    """Say in which state the key is: as KMS says, or as a younger event implies."""
    state = case.reading.state if case.reading else None
    attempt = case.trouble is None and case.found is None
    return state if attempt or confirmed(case) else implied_state(case)


def has_key_to_ask(case: Case) -> bool:
    """Tell if KMS can be asked about the case: a key, and of our account."""
    return case.ours and case.subject.kind is SubjectKind.KEY


def blames(case: Case) -> bool:
    """Tell if the last harmful event itself leads to how the case stands."""
    if case.trouble is None:
        return case.found is None and phase_of(case) is Phase.REFUSED
    ends = {phase_of(case), told(case.trouble)}
    return len(ends) == 1 or ends == {Phase.SCHEDULED, Phase.WAITING_FOR_REPLICAS}


def is_over(case: Case) -> bool:
    """Tell if a younger trouble opens a new case; a dead key has no more troubles."""
    return phase_of(case) in {Phase.RESOLVED, Phase.REFUSED, Phase.UNREADABLE}


def takes(case: Case, event: KeyEvent) -> bool:
    """Tell if an event belongs to this case rather than to a new one."""
    if not is_over(case):
        return True
    if phase_of(case) is Phase.REFUSED:
        return news_of(event) is News.REFUSED and _alike(case, event)
    reading = case.reading
    return bool(reading and event.occurred_at <= reading.read_at)


def remedies_for(case: Case) -> tuple[Remedy, ...]:
    """Offer only what the last reading says can work."""
    reading = case.reading
    if not (reading and reading.state) or reading.refusal:
        return ()  # a press reads first, so it would be refused as well
    if not case.ours or phase_of(case) is Phase.REFUSED:
        return ()
    state = believed(case)
    offered = OFFERED.get(state, ()) if state else ()
    if case.calls.disabled_before:
        return tuple(it for it in offered if it is not Remedy.CANCEL_AND_ENABLE)
    return offered


def implied_state(case: Case) -> KeyState | None:
    """Say which state the last event leads to, where nobody has asked KMS."""
    return IMPLIED.get(phase_of(case))


def _alike(case: Case, event: KeyEvent) -> bool:
    if case.opener and is_unclear(case.opener) is not is_unclear(event):
        return False  # the message says for all its attempts if they changed something
    return case.latest_try is None or event.occurred_at - case.latest_try <= FOLDS_FOR
