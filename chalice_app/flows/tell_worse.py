"""Story: a case got worse without any event, and the channel hears of it."""

from chalice_app.domain.case import Case
from chalice_app.domain.worse import told_worse
from chalice_app.ports import Tools
from chalice_app.views.worse_line import worse_line


def tell_worse(case: Case, tools: Tools) -> None:
    """Say it once, and to the channel too: rewriting a message notifies nobody."""
    if case.worse and case.place:
        tools.chat.reply(case.place, worse_line(case, tools.words), broadcast=True)
        tools.cases.change(case.id, told_worse)
