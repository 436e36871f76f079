"""Story: every hour the keys in trouble are read, and Slack shows how they are."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from chalice_app.domain.case import Case, Place
from chalice_app.domain.metric import Metric
from chalice_app.domain.storm_reminder import KeyDue, together
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.flows.each import each
from chalice_app.flows.fold import fold
from chalice_app.flows.inventory import begin_if_due
from chalice_app.flows.measure import count_some, count_sweep
from chalice_app.flows.remember import remember
from chalice_app.flows.remind import remind, storm_keys_due
from chalice_app.flows.remind_storm import remind_storm
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


@dataclass
class _Swept:
    """What a sweep has met: our messages of some hours, and keys to be reminded of."""

    at: datetime
    posted: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    storms: list[KeyDue] = field(default_factory=list)


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
    swept, cases = _Swept(at), 0
    yield from _met(lambda: swept.posted.update(tools.chat.found(at - _LOOKS_BACK)))
    for waiting, case in enumerate(tools.sweeping.due()):
        cases = waiting + 1
        for error in _met(partial(_bring, case, swept, tools), case.id):
            if error.after is not None:  # Slack takes one message a second
                tools.looks.order(case.id, 0, error.after + waiting)
            yield error
    count_some(Metric.SWEEP_CASES, cases, tools)
    for step in _over_many(swept, tools):
        yield from _met(step)


def _over_many(swept: _Swept, tools: Tools) -> Iterator[Callable[[], object]]:
    """Give what is to be done of storms and of restores, each apart."""
    for storm in together(swept.storms):
        yield partial(remind_storm, storm, tools)
    yield from digest_steps(swept.posted, tools)
    for restore_id in tools.restores.unfinished():
        yield partial(go_on, restore_id, tools)


def _bring(case: Case, swept: _Swept, tools: Tools) -> None:
    """Read a case, show it, remind of it, close it; an e-mail waits for no message."""
    look_at(case, tools)
    each(
        partial(_repaint, case.id, swept, tools),
        partial(_remind, case.id, swept, tools),
    )
    tools.sweeping.close(case.id)


def _repaint(case_id: str, swept: _Swept, tools: Tools) -> None:
    """Show it once more: two rewrites may have reached Slack in the wrong order."""
    case = show(case_id, tools, repaint=True)
    for extra in swept.posted.get(case.id, ()):
        if case.place and extra != case.place:
            fold(case, extra, case.place, tools)
    tell_worse(case, tools)
    remember(case, tools)


def _remind(case_id: str, swept: _Swept, tools: Tools) -> None:
    case = tools.cases.get(case_id)
    if case:
        swept.storms.extend(storm_keys_due(case, swept.at, tools))
        remind(case, swept.at, tools)


def _met(step: Callable[[], object], case_id: str | None = None) -> Iterator[Error]:
    """Carry out a step, and give the error that it met, if any."""
    try:
        step()
    except (TryAgainError, ChatRefusedError) as error:
        log.warning("the sweep goes on after: %s", error, extra={"case": case_id})
        yield error
