"""Story: a responder reviews the keys of a digest, and says which to restore."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from chalice_app.domain.digest import Digest
from chalice_app.domain.press import RESTORE, REVIEW, TURN, Press
from chalice_app.domain.restore_parts import Progress, Restore
from chalice_app.domain.review import LEFT_OUT_MOST, Form, Review, in_need
from chalice_app.errors import TryAgainError
from chalice_app.flows.answer import answer
from chalice_app.ports import Tools
from chalice_app.views.review_modal import Sheet, review_modal


def on_many(press: Press, tools: Tools) -> Callable[[], None] | None:
    """Give what this press does; None if it was made on no digest of ours.

    Raises TryAgainError while nobody has noted where the digest's message is.
    """
    digest = tools.digests.get(press.case_id)
    if digest is None:
        return None
    if digest.place is None:
        raise TryAgainError(digest.id)
    if press.channel not in {None, digest.place.channel}:
        return None
    return partial(ON_MANY[press.act], press, digest, tools)


def open_review(press: Press, digest: Digest, tools: Tools) -> None:
    """Fill the modal that the slack door has opened with the keys in need."""
    members = tools.digests.members(digest.id)
    found = Review(id=press.id, digest=digest.id, cases=in_need(members))
    review = tools.restores.list(found, press.received_at)
    if not review.cases:
        answer(press, digest, tools.words.say("answer.none_in_need"), tools)
        return
    sheet = Sheet(review=review, members=members, left_out=frozenset(), page=1)
    _draw(press, sheet, tools)


def turn_page(press: Press, digest: Digest, tools: Tools) -> None:
    """Draw the page that was asked for, and remember what is left out on this one."""
    form = press.form
    review = tools.restores.listed(form.review) if form else None
    if form is None or review is None:
        answer(press, digest, tools.words.say("answer.unknown_review"), tools)
        return
    full = len(form.left_out) > LEFT_OUT_MOST
    sheet = Sheet(
        review=review,
        members=tools.digests.members(digest.id),
        left_out=form.left_out,
        page=form.page if full else form.turns_to,
        full=full,
    )
    _draw(press, sheet, tools, form.drawn)


def ask_restore(press: Press, digest: Digest, tools: Tools) -> None:
    """Keep what a responder has asked for in the table, and order its first step."""
    form = press.form
    review = tools.restores.listed(form.review) if form else None
    if form is None or review is None:
        answer(press, digest, tools.words.say("answer.unknown_review"), tools)
        return
    chosen = tuple(it for it in review.cases if it not in form.left_out)
    if form.fault or len(chosen) != form.chosen:
        said = tools.words.say("answer.other_number", count=len(chosen))
        answer(press, digest, said, tools)
        return
    _begin(press, form, chosen, tools)
    said = tools.words.say("answer.restoring", count=len(chosen))
    answer(press, digest, said, tools)


def _begin(press: Press, form: Form, chosen: tuple[str, ...], tools: Tools) -> None:
    restore = Restore(
        id=press.id,
        digest=form.digest,
        user=press.user,
        remedy=form.remedy,
        reason=form.reason,
        asked_at=press.received_at,
        cases=chosen,
    )
    progress = tools.restores.begin(restore, Progress(left=chosen))
    if progress.step == 1:
        tools.looks.restore(restore.id, progress.step, 0)


def _draw(press: Press, sheet: Sheet, tools: Tools, drawn: str | None = None) -> None:
    """Draw it; who has closed it, or pressed again meanwhile, waits for nothing."""
    dialog = press.dialog or ""
    tools.dialogs.fill(dialog, review_modal(sheet, dialog, tools.words), drawn)


ON_MANY: Mapping[str, Callable[[Press, Digest, Tools], None]] = MappingProxyType(
    {REVIEW: open_review, TURN: turn_page, RESTORE: ask_restore}
)
