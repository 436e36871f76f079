"""Story: somebody says that they look, that it was meant, or to be reminded later."""

from dataclasses import replace

from chalice_app.domain.case import Case
from chalice_app.domain.ledger import Entry, Kind, entry_id, entry_of
from chalice_app.domain.press import Press
from chalice_app.domain.quiet import Saying
from chalice_app.domain.saying import quiet_of, said, sayings_for
from chalice_app.flows.answer import answer
from chalice_app.flows.show_case import show
from chalice_app.ports import Tools
from chalice_app.views import sayings


def note_saying(press: Press, case: Case, tools: Tools) -> None:
    """Note it, show it, and say it in the thread; what no longer fits is answered."""
    kept = tools.ledger.entry(case.id, entry_id(press.id, Kind.SAID))
    saying = Saying(press.act)
    fits = saying is Saying.LOOKING or saying in sayings_for(case)
    if kept or fits:
        _note(kept or _written(press, case, tools), press, case, tools)
    else:
        show(case.id, tools, repaint=True)
        answer(press, case, tools.words.say("saying.late"), tools)


def _written(press: Press, case: Case, tools: Tools) -> Entry:
    entry = replace(entry_of(press, Kind.SAID), at=tools.reminders.now(case.id))
    return tools.ledger.write(case.id, entry)


def _note(entry: Entry, press: Press, case: Case, tools: Tools) -> None:
    plan = tools.settings.reminders

    def noted(newest: Case) -> Case:
        return said(newest, quiet_of(newest, entry, plan))

    tools.cases.change(case.id, noted)
    case = show(case.id, tools)
    quiet = quiet_of(case, entry, plan)
    if case.place and "line" not in entry.done:
        tools.chat.reply(case.place, sayings.line(quiet, tools.words))
        tools.ledger.mark(case.id, entry, "line")
    if "answer" not in entry.done:
        answer(press, case, sayings.answer(quiet, tools.words), tools)
        tools.ledger.mark(case.id, entry, "answer")
