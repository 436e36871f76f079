"""Story: the sweep looks at Reprieve itself, and tells what is wrong until it heals."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from chalice_app.domain.case_parts import Place
from chalice_app.domain.watcher.outage import Outage, Watch, looked, mailed, posted
from chalice_app.errors import ChatRefusedError
from chalice_app.flows.post_once import post_once
from chalice_app.ports import Tools
from chalice_app.views import outage_message as view

log = logging.getLogger(__name__)


def watch(time: str, tools: Tools) -> None:
    """Tell what is wrong by e-mail and in Slack, once; and when it is whole again.

    The e-mail goes first: Slack may be what is broken. Raises TryAgainError.
    """
    before = tools.outages.watch()
    after = looked(before, tools.parts.look(), datetime.fromisoformat(time))
    tools.outages.keep(before, after)
    if after.outage:
        after = _mail(after, after.outage, tools)
        try:
            _show(after, tools)
        except ChatRefusedError as refused:  # the next sweep tries again
            log.warning("the watch of Reprieve itself is not shown: %s", refused)


def _mail(watch: Watch, outage: Outage, tools: Tools) -> Watch:
    if outage.unmailed:
        tools.notices.send(*view.notice(outage, tools.words, tools.settings.stage))
    elif not outage.open and not outage.farewell:
        tools.notices.send(*view.farewell(outage, tools.words))
    return _changed(watch, mailed, tools)


def _show(watch: Watch, tools: Tools) -> None:
    outage = watch.outage
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
    for trouble in outage.unposted:
        line = view.line(trouble, tools.words)
        tools.chat.reply(place, line, broadcast=True)
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
