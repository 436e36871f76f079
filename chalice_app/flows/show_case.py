"""Story: Slack is made to show the newest version of a case, in one message."""

from datetime import timedelta

from chalice_app.domain.case import Case, Place
from chalice_app.domain.phase import is_over
from chalice_app.domain.posting import PostRight
from chalice_app.errors import ChatRefusedError, ChatSilentError, TryAgainError
from chalice_app.flows.fold import fold
from chalice_app.ports import Json, Tools
from chalice_app.views.slack_message import message

_DELETED = "message_not_found"
# Slack's clock and AWS's may differ.
_SKEW = timedelta(minutes=5)


def show(case_id: str, tools: Tools, *, repaint: bool = False) -> Case:
    """Post or rewrite until the version that Slack has is the case's version.

    Two workers may rewrite at once: whoever was last must have drawn the newest, so
    what another has noted as shown does not end the loop. `repaint` draws at least
    once, for updates that Slack may have taken in another order.
    """
    case = _read(case_id, tools)
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
        if refused.code != _DELETED:
            raise
        if is_over(case) and case.shown_version >= case.version:
            return True  # nobody needs to hear again of what is over
        tools.rights.misplaced(case.id, case.place)
        return False
    return True


def _posted(case: Case, tools: Tools) -> bool:
    """Post, or adopt what a worker has posted that died before it could say where."""
    right = tools.rights.claim_post(case.id)
    since = case.began_at - _SKEW
    adopted = tools.chat.found(since).get(case.id, ()) if right.look_first else ()
    places = adopted or (_post(case, right, tools),)
    first = tools.rights.placed(case.id, places[0])
    for extra in places:
        if extra != first:
            fold(case, extra, first, tools)
    return not adopted and places[0] == first


def _post(case: Case, right: PostRight, tools: Tools) -> Place:
    try:
        return tools.chat.post(_draw(case, tools), case.id)
    except (ChatRefusedError, ChatSilentError) as error:
        surely_not = isinstance(error, ChatRefusedError) or error.after is not None
        if surely_not and not right.look_first:
            tools.rights.give_back(case.id, right)
        raise


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
