"""Story: what became of a press is written down, shown, and told, each thing once."""

from collections.abc import Callable
from functools import partial

from chalice_app.domain.case import Case, Saved, saved
from chalice_app.domain.key import KeyReading
from chalice_app.domain.ledger import Entry, Kind
from chalice_app.domain.press import Press
from chalice_app.domain.remedy import Remedy
from chalice_app.flows.answer import answer
from chalice_app.flows.show_case import show
from chalice_app.ports import Tools
from chalice_app.views import notice, thread_line
from chalice_app.views.thread_line import answer_to


def tell_proved(
    press: Press, remedy: Remedy, case: Case, reading: KeyReading, tools: Tools
) -> None:
    """Tell of a remedy after the reading that proves it, never before."""
    act = Saved(
        press_id=press.id,
        remedy=remedy,
        user=press.user,
        at=reading.read_at,
        reason=press.reason,
    )
    entry = tools.ledger.write(case.id, _proved(act, reading))
    tools.cases.change(case.id, partial(saved, act=act, reading=reading))
    case = show(case.id, tools)
    _carry_on(entry, press, case, tools, notify=partial(_notify, act, case, tools))


def tell_failed(entry: Entry, press: Press, case: Case, tools: Tools) -> None:
    """Tell of a refusal: the presser, and the thread, so that somebody else can act."""
    entry = tools.ledger.write(case.id, entry)
    _carry_on(entry, press, case, tools)


def _carry_on(
    entry: Entry,
    press: Press,
    case: Case,
    tools: Tools,
    notify: Callable[[], None] | None = None,
) -> None:
    """Do the consequences that no earlier delivery has done."""
    line = thread_line.of_entry(entry, case, tools.words)
    said = answer_to(entry, case, tools.words)
    steps: dict[str, Callable[[], None] | None] = {
        "line": partial(tools.chat.reply, case.place, line) if case.place else None,
        "answer": partial(answer, press, case, said, tools),
        "notice": notify,
    }
    for step, do in steps.items():
        if do and step not in entry.done:
            do()
            tools.ledger.mark(case.id, entry, step)


def _notify(act: Saved, case: Case, tools: Tools) -> None:
    link = tools.chat.link(case.place) if case.place else None
    tools.notices.send(*notice.of_saved(act, case, link, tools.words))


def _proved(act: Saved, reading: KeyReading) -> Entry:
    return Entry(
        press_id=act.press_id,
        kind=Kind.PROVED,
        at=act.at,
        user=act.user,
        act=act.remedy,
        reason=act.reason,
        state=reading.state,
    )
