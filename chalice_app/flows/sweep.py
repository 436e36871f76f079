"""Story: every hour the keys in trouble are read, and Slack shows how they are."""

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial

from chalice_app.domain.case import Case, Place
from chalice_app.domain.metric import Metric
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.flows.fold import fold
from chalice_app.flows.inventory import begin_if_due
from chalice_app.flows.measure import count_some, count_sweep
from chalice_app.flows.remember import remember
from chalice_app.flows.remind import remind
from chalice_app.flows.restore_many import go_on
from chalice_app.flows.second_look import look_at
from chalice_app.flows.show_case import show
from chalice_app.flows.sweep_digests import digest_steps
from chalice_app.flows.tell_worse import tell_worse
from chalice_app.flows.watch import watch
from chalice_app.ports import Tools

log = logging.getLogger(__name__)
# A message that was posted twice is met by this sweep or by the next.
_LOOKS_BACK = timedelta(hours=3)
Error = TryAgainError | ChatRefusedError
Posted = Mapping[str, tuple[Place, ...]]


def sweep(time: str, region: str, tools: Tools) -> None:
    """Bring every case up to date, close what is over, begin the day's inventory.

    One case that fails stops no other. Raises TryAgainError at the end, so that Lambda
    tries again, and at last leaves the sweep in the dead letters.
    """
    now = datetime.fromisoformat(time)
    met = [
        *_over_cases(now, tools),
        *_met(partial(begin_if_due, now, region, tools)),
        *_met(partial(watch, time, tools)),
    ]
    count_sweep(met, tools)
    if met:
        raise TryAgainError(f"{len(met)} steps of the sweep failed, first: {met[0]}")


def _over_cases(at: datetime, tools: Tools) -> Iterator[Error]:
    posted: dict[str, tuple[Place, ...]] = {}
    yield from _met(lambda: posted.update(tools.chat.found(at - _LOOKS_BACK)))
    cases = 0
    for waiting, case in enumerate(tools.sweeping.due()):
        cases = waiting + 1
        for error in _met(partial(_bring, case, posted, at, tools), case.id):
            if error.after is not None:  # Slack takes one message a second
                tools.looks.order(case.id, 0, error.after + waiting)
            yield error
    count_some(Metric.SWEEP_CASES, cases, tools)
    for step in digest_steps(posted, tools):
        yield from _met(step)
    for restore_id in tools.restores.unfinished():
        yield from _met(partial(go_on, restore_id, tools))


def _bring(case: Case, posted: Posted, at: datetime, tools: Tools) -> None:
    """Read, repaint and close one case, and remind of it.

    Two rewrites may have reached Slack in the wrong order: hence once more.
    """
    look_at(case, tools)
    case = show(case.id, tools, repaint=True)
    for extra in posted.get(case.id, ()):
        if case.place and extra != case.place:
            fold(case, extra, case.place, tools)
    tell_worse(case, tools)
    remember(case, tools)
    remind(case, at, tools)
    tools.sweeping.close(case.id)


def _met(step: Callable[[], object], case_id: str | None = None) -> Iterator[Error]:
    """Carry out a step, and give the error that it met, if any."""
    try:
        step()
    except (TryAgainError, ChatRefusedError) as error:
        log.warning("the sweep goes on after: %s", error, extra={"case": case_id})
        yield error
