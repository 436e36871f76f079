"""Story: how far a restore of many keys is, and at its end how each key ended, once."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from chalice_app.domain.case import Place
from chalice_app.domain.restore_many import PATIENCE
from chalice_app.domain.restore_parts import END, LINE, NOTICE, Progress, Restore
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.ports import Tools
from chalice_app.views import restore_line

log = logging.getLogger(__name__)


def show_progress(
    restore: Restore, progress: Progress, now: datetime, tools: Tools
) -> Progress:
    """Post the progress line or rewrite it; no key waits for Slack."""
    told = progress.told if progress.left else progress.told | {END}
    after = progress.step + 1
    shown = replace(progress, shown_at=now, shown_step=after, told=told)
    try:
        return replace(shown, place=_shown(restore, progress, tools))
    except ChatRefusedError as error:
        log.warning("the progress line is not shown: %s", error)
        return replace(shown, place=None)  # it may be deleted
    except TryAgainError as error:
        log.warning("the progress line is not shown: %s", error)
        return shown


def _shown(restore: Restore, progress: Progress, tools: Tools) -> Place | None:
    message = restore_line.progress_message(restore, progress, tools.words)
    if progress.place:
        tools.chat.update(progress.place, message)
        return progress.place
    where = _thread(restore, tools)
    return tools.chat.post_page(where, message) if where else None


def tell_end(
    restore: Restore, progress: Progress, _now: datetime, tools: Tools
) -> Progress:
    """Tell by e-mail and in the thread; neither waits for the other.

    What was not told is told after a pause. Raises at last what was met, so that the
    order ends in the dead letters, where people see it.
    """
    ways = {NOTICE: _notify, LINE: _say}
    left = {name: way for name, way in ways.items() if name not in progress.told}
    met = {
        name: _met(partial(way, restore, progress, tools)) for name, way in left.items()
    }
    errors = [error for error in met.values() if error]
    if errors and progress.failed >= len(PATIENCE):
        raise errors[0]
    told = progress.told | {name for name, error in met.items() if error is None}
    failed = progress.failed + 1 if errors else 0
    return replace(progress, told=told, failed=failed)


def _notify(restore: Restore, progress: Progress, tools: Tools) -> None:
    link = _link(restore, tools)
    tools.notices.send(*restore_line.notice(restore, progress, link, tools.words))


def _say(restore: Restore, progress: Progress, tools: Tools) -> None:
    where = _thread(restore, tools)
    if where:
        tools.chat.reply(where, restore_line.end_line(restore, progress, tools.words))


def _thread(restore: Restore, tools: Tools) -> Place | None:
    """Say where the digest is; it is posted anew if somebody has deleted it."""
    digest = tools.digests.get(restore.digest)
    if digest and digest.place is None:
        raise TryAgainError(restore.digest)
    return digest.place if digest else None


def _link(restore: Restore, tools: Tools) -> str | None:
    try:
        where = _thread(restore, tools)
        return tools.chat.link(where) if where else None
    except (TryAgainError, ChatRefusedError):
        return None


def _met(step: Callable[[], None]) -> TryAgainError | ChatRefusedError | None:
    try:
        step()
    except (TryAgainError, ChatRefusedError) as error:
        return error
    return None
