"""Story: somebody presses a button; for who may, it is done, proved and told."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from chalice_app.domain.case import Case
from chalice_app.domain.metric import Metric
from chalice_app.domain.press import DRILL, Press, known, strayed, timely
from chalice_app.domain.responder import Standing, standing
from chalice_app.domain.second_look import pause_after
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.flows.answer import answer
from chalice_app.flows.drill import tried_out
from chalice_app.flows.fold import fold
from chalice_app.flows.meanwhile import answer_meanwhile
from chalice_app.flows.note_saying import note_saying
from chalice_app.flows.post_once import messages_of
from chalice_app.flows.read_press import read_press
from chalice_app.flows.renew_reminder import renew
from chalice_app.flows.restore import restore
from chalice_app.flows.review import ON_MANY, on_many
from chalice_app.ports import Tools

log = logging.getLogger(__name__)


def receive_press(record: Mapping[str, Any], tools: Tools) -> None:
    """Carry out one message of the queue.

    Raises TryAgainError and ChatRefusedError, after which the queue delivers again, and
    NotFromSlackError.
    """
    press = read_press(record, tools.signatures)
    about = {"case": press.case_id, "press": press.id, "attempt": press.attempt}
    log.info("a press is read", extra=about)
    try:
        carry_out(press, tools)
    except (TryAgainError, ChatRefusedError) as error:
        pause = max(pause_after(press.attempt), error.after or 0)
        tools.retries.soon(record["receiptHandle"], pause)
        if press.last:
            tools.metrics.add(Metric.PRESSES_GIVEN_UP, case_id=press.case_id)
        if press.attempt == 1 or press.last:
            answer_meanwhile(press, tools, last=press.last)
        raise


def carry_out(press: Press, tools: Tools) -> None:
    """Judge who, which alert and when, in this order; then act."""
    case = tools.cases.get(press.case_id)
    why = _standing(press, tools)
    if why is not Standing.MAY_PRESS:
        _refuse(press, case, _refusal(why, tools), tools)
        return
    act = _deed(press, case, tools)
    if act is None:
        _refuse(press, case, _unknown(press, tools), tools)
    elif not timely(press):
        _refuse(press, case, tools.words.say("answer.too_old"), tools)
    else:
        act()


def _refuse(press: Press, case: Case | None, said: str, tools: Tools) -> None:
    answer(press, case, said, tools)
    tools.metrics.add(Metric.PRESSES_REFUSED, case_id=case.id if case else "")


def _deed(press: Press, case: Case | None, tools: Tools) -> Callable[[], None] | None:
    """Give what the press asks for; None if it was made on no message of ours."""
    if press.act == DRILL:
        return tried_out(press, tools)
    if press.act in ON_MANY:
        return on_many(press, tools)
    if case is None or not known(press, case):
        return None
    return partial(_act, press, case, tools)


def _unknown(press: Press, tools: Tools) -> str:
    drill = press.act == DRILL
    return tools.words.say("answer.unknown_drill" if drill else "answer.unknown_alert")


def _refusal(why: Standing, tools: Tools) -> str:
    people = ", ".join(f"<@{it}>" for it in tools.settings.responders)
    group = f"<!subteam^{tools.settings.responder_group}>"
    return tools.words.say(f"standing.{why}", responders=people or group)


def _act(press: Press, case: Case, tools: Tools) -> None:
    if press.remedy is None:
        note_saying(press, case, tools)
    else:
        restore(press, press.remedy, case, tools)
    renew(case.id, tools)
    extra = strayed(press, case)
    if extra and case.place and extra in messages_of(case, tools.chat):
        fold(case, extra, case.place, tools)


def _standing(press: Press, tools: Tools) -> Standing:
    settings, chat = tools.settings, tools.chat
    group = settings.responder_group
    listed = chat.members(group) if group else frozenset(settings.responders)
    return standing(
        chat.person(press.user),
        home_team=chat.home_team(),
        claimed_team=press.team,
        responders=listed,
        by_group=group is not None,
    )
