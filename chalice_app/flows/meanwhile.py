"""Answer a press that is not finished with what is known of it, and no more."""

from collections.abc import Mapping
from types import MappingProxyType

from chalice_app.domain.ledger import Entry, Kind, entry_id
from chalice_app.domain.press import DRILL, LOOKING, RESTORE, REVIEW, TURN, Press
from chalice_app.flows.answer import answer
from chalice_app.flows.tell_outcome import answer_with
from chalice_app.ports import Tools
from chalice_app.views.naming import command
from chalice_app.views.slack_text import code

Stage = tuple[str, bool]
WORDS: Mapping[Stage, str] = MappingProxyType(
    {
        ("looking", False): "answer.looking_again",
        ("looking", True): "answer.looking_lost",
        ("asked", False): "answer.trying_again",
        ("asked", True): "answer.gave_up",
        ("unasked", False): "answer.not_yet",
        ("unasked", True): "answer.not_done",
        ("review", False): "answer.review_again",
        ("review", True): "answer.review_lost",
        ("turn", True): "answer.review_lost",
        ("restore", False): "answer.restore_again",
        ("restore", True): "answer.restore_lost",
        ("said", False): "saying.again",
        ("said", True): "saying.lost",
        ("drill", False): "answer.drill_again",
        ("drill", True): "answer.drill_lost",
    }
)


def answer_meanwhile(press: Press, tools: Tools, *, last: bool) -> None:
    """Answer once: with the outcome where it is written, else with what is in doubt."""
    found = _entries(press, tools)
    case = tools.cases.get(press.case_id)
    if any("answer" in it.done for it in found.values()):
        return
    if press.act == TURN and not last:
        return  # the page stands as it was, and its buttons go on working
    outcome = found.get(Kind.FAILED) or found.get(Kind.PROVED)
    if outcome and case:
        answer_with(outcome, press, case, tools)
        tools.ledger.mark(case.id, outcome, "answer")
    else:
        line = command(case, press.act) if case else ""
        said = tools.words.say(WORDS[_stage(press, found), last])
        by_hand = tools.words.say("answer.by_hand", command=code(line, 400))
        answer(press, case, f"{said} {by_hand}" if line else said, tools)


def _stage(press: Press, found: Mapping[Kind, Entry]) -> str:
    """Nothing is in doubt before a call was asked of KMS."""
    if press.act in {LOOKING, DRILL, REVIEW, TURN, RESTORE}:
        return press.act
    if press.remedy is None:
        return "said"
    return "asked" if Kind.ASKED in found else "unasked"


def _entries(press: Press, tools: Tools) -> dict[Kind, Entry]:
    found = {
        it: tools.ledger.entry(press.case_id, entry_id(press.id, it)) for it in Kind
    }
    return {kind: entry for kind, entry in found.items() if entry}
