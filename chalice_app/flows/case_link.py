"""The link to a message, for texts that do not wait for Slack."""

from chalice_app.domain.case import Case
from chalice_app.domain.case_parts import Place
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.ports import Tools


def case_link(case: Case, tools: Tools) -> str | None:
    return link_to(case.place, tools)


def link_to(place: Place | None, tools: Tools) -> str | None:
    try:
        return tools.chat.link(place) if place else None
    except (TryAgainError, ChatRefusedError):
        return None
