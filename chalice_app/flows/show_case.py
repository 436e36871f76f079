"""Story: Slack is made to show the newest version of a case."""

from chalice_app.domain.case import Case
from chalice_app.errors import BeingShownError, TryAgainError
from chalice_app.ports import Delivery, Json, Tools
from chalice_app.views.slack_message import message


def show(case_id: str, tools: Tools, *, delivery: Delivery | None = None) -> Case:
    """Post or rewrite until the version that Slack has is the case's version.

    `delivery` is what may post; without it a message is only rewritten. Two workers may
    rewrite at once: whoever was last must have drawn the newest, so what another has
    noted as shown does not end the loop.
    """
    case = _read(case_id, tools)
    drawn = case.shown_version
    while drawn < case.version:
        if case.place:
            tools.chat.update(case.place, _draw(case, tools))
        else:
            _post(case, tools, delivery)
        drawn = case.version
        tools.rights.shown(case.id, drawn)
        case = _read(case_id, tools)
    return case


def _post(case: Case, tools: Tools, delivery: Delivery | None) -> None:
    if delivery is None:
        raise BeingShownError(case.id)
    tools.rights.claim_post(case.id, delivery)
    place = tools.chat.post(_draw(case, tools), case.id)
    tools.rights.placed(case.id, place)


def _draw(case: Case, tools: Tools) -> Json:
    settings = tools.settings
    anybody = bool(settings.responders or settings.responder_group)
    return message(case, tools.words, anybody=anybody, earlier=_earlier(case, tools))


def _earlier(case: Case, tools: Tools) -> str | None:
    before = tools.cases.get(case.previous) if case.previous else None
    return tools.chat.link(before.place) if before and before.place else None


def _read(case_id: str, tools: Tools) -> Case:
    case = tools.cases.get(case_id)
    if case is None:  # the table was emptied under us: let it be seen
        raise TryAgainError(case_id)
    return case
