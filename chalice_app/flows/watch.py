"""Story: the sweep looks at Reprieve itself, and tells what is wrong until it heals."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from chalice_app.domain.case_parts import Place
from chalice_app.domain.watcher.looking import looked
from chalice_app.domain.watcher.outage import Outage, Watch, mailed, posted
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.flows.post_once import post_once
from chalice_app.ports import Tools
from chalice_app.views import outage_message as view

log = logging.getLogger(__name__)


def watch(time: str, tools: Tools) -> None:
    """Tell what is wrong by e-mail and in Slack, once; and when it is whole again.

    Either may be what is broken, so neither waits for the other. Raises TryAgainError.
    """
    before = tools.outages.watch()
    after = looked(before, tools.parts.look(), datetime.fromisoformat(time))
    tools.outages.keep(before, after)
    if after.outage is None:
        return
    not_mailed = None
    try:
        after = _mail(after, after.outage, tools)
    except TryAgainError as error:
        not_mailed = error
    try:
        _show(after, after.outage, tools)
    except ChatRefusedError as refused:  # the next sweep tries again
        log.warning("what is wrong with Reprieve itself is not shown: %s", refused)
    if not_mailed:
        raise not_mailed


def _mail(watch: Watch, outage: Outage, tools: Tools) -> Watch:
    if outage.unmailed:
        tools.notices.send(*view.notice(outage, tools.words, tools.settings.stage))
    elif not outage.open and not outage.farewell:
        tools.notices.send(*view.farewell(outage, tools.words))
    return _changed(watch, mailed, tools)


def _show(watch: Watch, outage: Outage | None, tools: Tools) -> None:
    if outage is None:
        return
    tools.outages.begin(outage)
    place = tools.outages.place(outage.id)
    if place and not _rewritten(outage, place, tools):
        tools.outages.misplaced(outage.id, place)
        place = None
    if place is None:
        post = partial(_post, outage, tools)
        made = post_once(outage, tools.outages, tools.chat, post)
        tools.outages.placed(outage.id, made.places[0])
    else:
        _reply(outage, place, tools)
    watch = _changed(watch, posted, tools)
    if not outage.open:
        tools.outages.keep(watch, replace(watch, outage=None))


def _rewritten(outage: Outage, place: Place, tools: Tools) -> bool:
    """Rewrite the message; False where somebody has deleted it."""
    try:
        tools.chat.update(place, _draw(outage, tools))
    except ChatRefusedError as refused:
        if not refused.message_is_gone:
            raise
        return False
    return True


def _reply(outage: Outage, place: Place, tools: Tools) -> None:
    """Say in the channel again what is new, and that it is over."""
    if outage.unposted:
        lines = view.lines(outage.unposted, tools.words)
        tools.chat.reply(place, lines, broadcast=True)
    if not outage.open:
        said = tools.words.say("watch.whole.text")
        tools.chat.reply(place, said, broadcast=True)


def _changed(watch: Watch, how: Callable[[Outage], Outage], tools: Tools) -> Watch:
    after = replace(watch, outage=watch.outage and how(watch.outage))
    if after != watch:
        tools.outages.keep(watch, after)
    return after


def _post(outage: Outage, tools: Tools) -> Place:
    return tools.chat.post(_draw(outage, tools), outage.id, kind="watcher")


def _draw(outage: Outage, tools: Tools) -> dict[str, object]:
    return view.outage_message(outage, tools.words, tools.settings.stage)
