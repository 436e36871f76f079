"""Story: a case got worse without any event, and the channel hears of it."""

from chalice_app.domain.case import Case
from chalice_app.domain.worse import told_worse
from chalice_app.ports import Tools
from chalice_app.views.worse_line import worse_line


def tell_worse(case: Case, tools: Tools) -> None:
    """Say it once, and to the channel too: rewriting a message notifies nobody."""
    if not case.worse or not case.place:
        return
    if not _told_by_another(case, tools):
        tools.chat.reply(case.place, worse_line(case, tools.words), broadcast=True)
    tools.cases.change(case.id, told_worse)


def _told_by_another(case: Case, tools: Tools) -> bool:
    """Tell if a later case of the key is about it; refused attempts are about none."""
    later = tools.sweeping.last(case.subject)
    while later and later.id != case.id:
        if later.trouble or later.found:
            return True
        later = tools.cases.get(later.previous) if later.previous else None
    return False
