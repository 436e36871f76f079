"""Story: Slack is made to show the newest version of a case, in one message."""

from functools import partial

from chalice_app.domain.case import Case, Place
from chalice_app.domain.phase import is_over
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.flows.fold import fold
from chalice_app.flows.mark_digest import mark_digest
from chalice_app.flows.measure import count_alert, unshown_is_counted
from chalice_app.flows.post_once import post_once
from chalice_app.ports import Json, Tools
from chalice_app.views.slack_message import message


def show(case_id: str, tools: Tools, *, repaint: bool = False) -> Case:
    """Post or rewrite until the version that Slack has is the case's version.

    Two workers may rewrite at once: whoever was last must have drawn the newest, so
    what another has noted as shown does not end the loop. `repaint` draws at least
    once, for updates that Slack may have taken in another order. A case of a storm is
    shown by its digest, later.
    """
    with unshown_is_counted(case_id, tools):
        return _until_newest(case_id, tools, repaint=repaint)


def _until_newest(case_id: str, tools: Tools, *, repaint: bool) -> Case:
    case = _read(case_id, tools)
    if case.digest:
        if case.shown_version < case.version:
            mark_digest(case.digest, tools)
        return case
    drawn = -1 if repaint else case.shown_version
    while drawn < case.version:
        if _brought(case, tools):
            drawn = case.version
            tools.rights.shown(case.id, drawn)
        case = _read(case_id, tools)
    return case


def _brought(case: Case, tools: Tools) -> bool:
    """Tell if Slack now has this version."""
    if case.place is None:
        return _posted(case, tools)
    try:
        tools.chat.update(case.place, _draw(case, tools))
    except ChatRefusedError as refused:
        if not refused.message_is_gone:
            raise
        if is_over(case) and case.shown_version >= case.version:
            return True  # nobody needs to hear again of what is over
        tools.rights.misplaced(case.id, case.place)
        return False
    return True


def _posted(case: Case, tools: Tools) -> bool:
    """Post, or adopt what a worker has posted that died before it could say where."""
    posted = post_once(case, tools.rights, tools.chat, partial(_post, case, tools))
    first = tools.rights.placed(case.id, posted.places[0])
    for extra in posted.places:
        if extra != first:
            fold(case, extra, first, tools)
    if posted.adopted or posted.places[0] != first:
        return False
    count_alert(case, first, tools)
    return True


def _post(case: Case, tools: Tools) -> Place:
    return tools.chat.post(_draw(case, tools), case.id)


def _draw(case: Case, tools: Tools) -> Json:
    anybody = tools.settings.anybody_may_press
    return message(case, tools.words, anybody=anybody, earlier=_earlier(case, tools))


def _earlier(case: Case, tools: Tools) -> str | None:
    before = tools.cases.get(case.previous) if case.previous else None
    return tools.chat.link(before.place) if before and before.place else None


def _read(case_id: str, tools: Tools) -> Case:
    case = tools.cases.get(case_id)
    if case is None:  # the table was emptied under us: let it be seen
        raise TryAgainError(case_id)
    return case
