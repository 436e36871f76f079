"""The link to a case's message, for texts that do not wait for Slack."""

from chalice_app.domain.case import Case
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.ports import Tools


def case_link(case: Case, tools: Tools) -> str | None:
    try:
        return tools.chat.link(case.place) if case.place else None
    except (TryAgainError, ChatRefusedError):
        return None
