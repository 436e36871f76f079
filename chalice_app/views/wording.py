"""Which words tell of a case where its phase alone does not decide."""

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.domain.phase import Phase
from chalice_app.domain.unclear import is_unclear
from chalice_app.views.slack_text import code
from chalice_app.views.words import Words

_MULTI_REGION = "mrk-"  # KMS gives related keys of several Regions one id
_LOSSES = {Phase.SCHEDULED, Phase.DELETED}


def tale(case: Case, phase: Phase) -> str:
    """Name the words of title and text: not every failed attempt was refused."""
    unclear = phase is Phase.REFUSED and case.opener and is_unclear(case.opener)
    return "unclear" if unclear else phase


def may_have_relatives(case: Case) -> bool:
    """Tell if a key of another Region may decrypt what this one did."""
    return case.subject.id.startswith(_MULTI_REGION)


def body_name(case: Case, phase: Phase) -> str:
    """Name the words of the body: a related key may still decrypt what this one did."""
    if phase in _LOSSES and may_have_relatives(case):
        return f"{phase}_related"
    return tale(case, phase)


def hint_name(case: Case, phase: Phase) -> str:
    """Name the words of the hint: a refusal says nothing of how the key stands."""
    told = tale(case, phase)
    if told != Phase.REFUSED:
        return told
    state = _state(case)
    if state is None:
        return "not_read"
    return "refused" if state is KeyState.ENABLED else "unwell"


def note(case: Case, phase: Phase, words: Words) -> str:
    """Say how the key stands where the attempt does not tell; else nothing."""
    state, name = _state(case), hint_name(case, phase)
    if name == "unclear" and state is None:
        return words.say("alert.unclear.note_not_read")
    if name in {"unclear", "unwell"}:
        return words.say(f"alert.{name}.note", state=code(state))
    return ""


def _state(case: Case) -> KeyState | None:
    return case.reading.state if case.reading else None
