"""Story: a second message of a case becomes one line that leads to the first."""

from datetime import timedelta

from chalice_app.domain.case import Case, Place
from chalice_app.ports import Tools
from chalice_app.views.folded import folded

_SKEW = timedelta(minutes=5)  # between Slack's clock and CloudTrail's


def messages_of(case: Case, tools: Tools) -> tuple[Place, ...]:
    """Find the messages that carry the case's id; a press only claims one."""
    return tools.chat.found(case.began_at - _SKEW).get(case.id, ())


def fold(case: Case, extra: Place, first: Place, tools: Tools) -> None:
    tools.chat.update(extra, folded(case, tools.chat.link(first), tools.words))
