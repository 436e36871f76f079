"""Story: what became of a press is written down, shown, and told, each thing once."""

from dataclasses import replace
from functools import partial

from chalice_app.domain.case import Case, Saved, saved
from chalice_app.domain.key import KeyReading
from chalice_app.domain.ledger import Entry, Kind
from chalice_app.domain.press import Press
from chalice_app.domain.remedy import Remedy
from chalice_app.flows.answer import answer
from chalice_app.flows.case_link import case_link
from chalice_app.flows.each import Step, each
from chalice_app.flows.measure import count_outcome
from chalice_app.flows.show_case import show
from chalice_app.ports import Tools
from chalice_app.views import notice, thread_line


def tell_proved(
    entry: Entry, reading: KeyReading, press: Press, case: Case, tools: Tools
) -> None:
    """Tell of a remedy after the reading that proves it, never before.

    An error in the entry is of what was left to do; it is told after what was done.
    """
    entry = tools.ledger.write(case.id, entry)
    act = _saved(entry)
    case = tools.cases.change(case.id, partial(saved, act=act, reading=reading))
    once = _untold if press.one_of_many else partial(_once, entry, case, tools)
    refused = replace(entry, kind=Kind.FAILED, act=press.act, done=frozenset())
    each(
        partial(show, case.id, tools),
        partial(once, "notice", partial(_notify, act, case, tools)),
        partial(once, "line", partial(_say, entry, case, tools)),
        partial(tell_failed, refused, press, case, tools)
        if entry.error
        else partial(once, "answer", partial(answer_with, entry, press, case, tools)),
    )


def tell_failed(entry: Entry, press: Press, case: Case, tools: Tools) -> None:
    """Tell of a refusal: the presser, and the thread, so that somebody else can act."""
    entry = tools.ledger.write(case.id, entry)
    once = _untold if press.one_of_many else partial(_once, entry, case, tools)
    each(
        partial(show, case.id, tools),
        partial(once, "line", partial(_say, entry, case, tools)),
        partial(once, "answer", partial(answer_with, entry, press, case, tools)),
    )


def answer_with(entry: Entry, press: Press, case: Case, tools: Tools) -> None:
    """Answer the presser with what the ledger says."""
    answer(press, case, thread_line.answer_to(entry, case, tools.words), tools)
    count_outcome(entry, case, tools)


def _once(entry: Entry, case: Case, tools: Tools, step: str, do: Step) -> None:
    """Do a consequence that no earlier delivery has done."""
    if step not in entry.done:
        do()
        tools.ledger.mark(case.id, entry, step)


def _untold(_step: str, _do: Step) -> None:
    """Leave it to the summary that tells of many keys at once."""


def _say(entry: Entry, case: Case, tools: Tools) -> None:
    if case.place:
        line = thread_line.of_entry(entry, case, tools.words)
        tools.chat.reply(case.place, line)


def _notify(act: Saved, case: Case, tools: Tools) -> None:
    tools.notices.send(*notice.of_saved(act, case, case_link(case, tools), tools.words))


def _saved(entry: Entry) -> Saved:
    return Saved(
        press_id=entry.press_id,
        remedy=Remedy(entry.act),
        user=entry.user,
        at=entry.at,
        reason=entry.reason,
    )
