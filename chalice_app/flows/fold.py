"""Story: a second message of a case becomes one line that leads to the first."""

from chalice_app.domain.case import Case, Place
from chalice_app.domain.digest import Digest
from chalice_app.ports import Tools
from chalice_app.views.folded import folded


def fold(case: Case | Digest, extra: Place, first: Place, tools: Tools) -> None:
    tools.chat.update(extra, folded(case, tools.chat.link(first), tools.words))
