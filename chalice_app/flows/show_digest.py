"""Story: one consumer speaks of a storm, one call to Slack for each order it gets."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalice_app.domain.digest import FULL, Member, by_danger
from chalice_app.domain.digest_steps import met, next_step
from chalice_app.domain.digest_turn import Turn
from chalice_app.domain.second_look import pause_after
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.flows.draw_digest import draw
from chalice_app.flows.mark_digest import mark_digest
from chalice_app.ports import Tools

Json = Mapping[str, Any]


def show_digest(record: Json, order: Json, tools: Tools) -> None:
    """Carry out one order, and give the next; an order that is overtaken does nothing.

    Raises TryAgainError and ChatRefusedError, after which the queue delivers again.
    """
    digest_id, number = str(order["digest"]), int(order["turn"])
    try:
        turn = tools.digests.take(digest_id, number)
        if turn is None:  # unless the younger order was lost on its way
            mark_digest(digest_id, tools)
        else:
            _carry_out(turn, tools)
    except (TryAgainError, ChatRefusedError) as error:
        attempt = int(record["attributes"]["ApproximateReceiveCount"])
        pause = max(pause_after(attempt), error.after or 0)
        tools.retries.soon(record["receiptHandle"], pause)
        raise


def _carry_out(turn: Turn, tools: Tools) -> None:
    """Do the work, and let the next consumer in, even if Slack was silent."""
    try:
        _work(turn, tools)
    except (TryAgainError, ChatRefusedError):
        tools.digests.release(turn.digest.id, turn.number)
        raise
    tools.digests.release(turn.digest.id, turn.number)


def _work(turn: Turn, tools: Tools) -> None:
    """Do what is due by now; then order the next, unless Slack has it all."""
    members = by_danger(tools.digests.members(turn.digest.id))
    if len(members) >= FULL:
        tools.digests.close(turn.digest)
    turn = replace(turn, digest=met(turn.digest, members, turn.now))
    step = next_step(turn.digest, members)
    if step and step.at <= turn.now:
        turn = replace(turn, digest=draw(step, turn, members, tools))
    tools.digests.keep(turn.digest, turn.number)
    _order_next(turn, members, tools)


def _order_next(turn: Turn, members: Sequence[Member], tools: Tools) -> None:
    digest = turn.digest
    step = next_step(digest, members)
    if step is None:
        tools.digests.settle(digest.id, turn.number)
    else:
        wait = math.ceil((step.at - turn.now).total_seconds())
        mark_digest(digest.id, tools, max(wait, 1))
