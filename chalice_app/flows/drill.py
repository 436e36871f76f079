"""Story: a drill is posted, and whoever may press tries out the way of a press."""

from collections.abc import Callable
from functools import partial

from chalice_app.domain.case_parts import Place
from chalice_app.domain.drill import Drill, DrillNews
from chalice_app.domain.press import Press
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.flows.answer import answer
from chalice_app.flows.post_once import post_once
from chalice_app.ports import Json, Tools
from chalice_app.views.drill_message import drill_message


def receive_drill(news: DrillNews, tools: Tools) -> None:
    """Post a drill's message, once, however often its news is delivered."""
    drill = tools.drills.begin(news)
    if drill.place:
        return
    posted = post_once(drill, tools.drills, tools.chat, partial(_post, drill, tools))
    tools.drills.placed(drill.id, posted.places[0])


def tried_out(press: Press, tools: Tools) -> Callable[[], None] | None:
    """Give what this press does; None if it was made on no drill of ours.

    Raises TryAgainError while nobody has noted where the drill's message is.
    """
    drill = tools.drills.get(press.case_id)
    if drill is None:
        return None
    if drill.place is None:
        raise TryAgainError(drill.id)
    if press.channel != drill.place.channel:
        return None
    return partial(_pressed, press, tools)


def _pressed(press: Press, tools: Tools) -> None:
    """Note and show the first press, and answer each; KMS is not asked."""
    drill = tools.drills.pressed(press)
    if drill and drill.place:
        _rewrite(drill, drill.place, tools)
    answer(press, None, tools.words.say("answer.drill"), tools)


def _rewrite(drill: Drill, place: Place, tools: Tools) -> None:
    try:
        tools.chat.update(place, _draw(drill, tools))
    except ChatRefusedError as refused:
        if not refused.message_is_gone:  # nobody misses a drill's message
            raise


def _post(drill: Drill, tools: Tools) -> Place:
    return tools.chat.post(_draw(drill, tools), drill.id, kind="drill")


def _draw(drill: Drill, tools: Tools) -> Json:
    anybody = tools.settings.anybody_may_press
    return drill_message(drill, tools.words, anybody=anybody)
