"""Story: the reminder that stands in the channel is kept true, or withdrawn."""

from dataclasses import replace

from chalice_app.domain.case import Case
from chalice_app.domain.case_parts import Place
from chalice_app.domain.reminder import Sent
from chalice_app.domain.reminding import stands
from chalice_app.errors import ChatRefusedError
from chalice_app.flows.post_once import messages_of
from chalice_app.ports import Json, Tools
from chalice_app.views.reminder_message import Around, over, reminder_message


def renew(case_id: str, tools: Tools) -> None:
    """Rewrite it for what has just changed, or withdraw it if it is over."""
    case = tools.cases.get(case_id)
    if case is None or case.reminder is None:
        return
    sent = tools.reminders.get(case.reminder)
    if sent and sent.place and stands(sent.reminder, case):
        rewrite(sent.place, draw(sent, case, tools), tools)
    else:
        withdraw_past(case, tools)


def withdraw_past(case: Case, tools: Tools, now: str | None = None) -> None:
    """Make one line without buttons of a reminder that is over, wherever it stands.

    `now` is the reminder that stands from now on. A worker may have died between its
    post and its note, so the channel is looked through for it.
    """
    sent = tools.reminders.get(case.reminder) if case.reminder else None
    if sent is None or sent.id == now or (not now and stands(sent.reminder, case)):
        return
    places = dict.fromkeys(messages_of(sent, tools.chat))
    if sent.place:
        places[sent.place] = None
    line = over(case, tools.chat.link(case.place) if case.place else None, tools.words)
    for place in places:
        rewrite(place, line, tools)

    def without(newest: Case) -> Case:
        same = newest.reminder == case.reminder
        return replace(newest, reminder=None) if same else newest

    tools.cases.change(case.id, without)


def draw(sent: Sent, case: Case, tools: Tools) -> Json:
    around = Around(
        first=tools.chat.link(case.place) if case.place else None,
        owners=tools.settings.owner_group,
        anybody=tools.settings.anybody_may_press,
    )
    return reminder_message(sent, case, around, tools.words)


def rewrite(place: Place, message: Json, tools: Tools) -> None:
    try:
        tools.chat.update(place, message)
    except ChatRefusedError as refused:
        if not refused.message_is_gone:  # the alert itself still tells all
            raise
