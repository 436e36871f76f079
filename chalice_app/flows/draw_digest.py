"""Story: a digest's top message, or a page of its thread, is posted or rewritten."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from chalice_app.domain.case_parts import Place
from chalice_app.domain.digest import Digest, Member, Page, mark_of, paged
from chalice_app.domain.digest_steps import Step, drawn_page, drawn_top
from chalice_app.domain.digest_turn import Turn
from chalice_app.errors import ChatRefusedError
from chalice_app.flows.fold import fold
from chalice_app.flows.post_once import post_once
from chalice_app.ports import Json, Tools
from chalice_app.views.digest_message import digest_message
from chalice_app.views.digest_page import digest_page


def draw(step: Step, turn: Turn, members: Sequence[Member], tools: Tools) -> Digest:
    """Carry out one step; give what Slack has after it."""
    digest = replace(turn.digest, called_at=turn.now)
    turn = replace(turn, digest=digest)
    if step.page is None:
        anybody = tools.settings.anybody_may_press
        message = digest_message(digest, members, tools.words, anybody=anybody)
        return _top(turn, message, tools)
    return _page(step.page, turn, members, tools)


def _top(turn: Turn, message: Json, tools: Tools) -> Digest:
    digest = turn.digest
    if digest.place is None:
        return _posted(turn, message, tools)
    if _rewritten(digest.place, message, tools):
        return drawn_top(digest, turn.now)
    tools.digests.misplaced(digest.id, digest.place)
    return replace(digest, place=None, pages=())  # the thread is gone with it


def _posted(turn: Turn, message: Json, tools: Tools) -> Digest:
    """Post, or adopt what a consumer has posted that died before it could say where."""
    digest = turn.digest
    post = partial(tools.chat.post, message, digest.id)
    posted = post_once(digest, tools.digests, tools.chat, post)
    first = tools.digests.placed(digest.id, posted.places[0])
    for extra in posted.places:
        if extra != first:
            fold(digest, extra, first, tools)
    digest = replace(digest, place=first)
    fresh = not posted.adopted and posted.places[0] == first
    drawn = drawn_top(digest, turn.now)
    return drawn if fresh else replace(drawn, of="")


def _page(number: int, turn: Turn, members: Sequence[Member], tools: Tools) -> Digest:
    """Draw a page; its keys count as shown before the page counts as drawn."""
    listed, digest = paged(members)[number], turn.digest
    message = digest_page(members, number, turn.now, tools.words)
    place = _placed(number, turn, message, tools)
    page = Page(place=place, of="", at=turn.now)
    digest = drawn_page(digest, number, page)
    tools.digests.keep(digest, turn.number)
    if place is None:
        return digest
    for member in listed:
        tools.rights.shown(member.case_id, member.version)
    return drawn_page(digest, number, replace(page, of=mark_of(listed)))


def _placed(number: int, turn: Turn, message: Json, tools: Tools) -> Place | None:
    """Tell where the page is now; None if somebody has deleted it."""
    digest = turn.digest
    page = digest.pages[number] if number < len(digest.pages) else None
    if page and page.place:
        return page.place if _rewritten(page.place, message, tools) else None
    return tools.chat.post_page(digest.place, message) if digest.place else None


def _rewritten(place: Place, message: Json, tools: Tools) -> bool:
    try:
        tools.chat.update(place, message)
    except ChatRefusedError as refused:
        if not refused.message_is_gone:
            raise
        return False
    return True
