"""Story: every hour the real state of all keys is read, and Slack shows it."""

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial

from chalice_app.domain.case import Case, Place
from chalice_app.domain.missed import missed
from chalice_app.domain.subject import Subject
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.flows.fold import fold
from chalice_app.flows.remember import remember
from chalice_app.flows.remind import remind
from chalice_app.flows.second_look import look_at
from chalice_app.flows.show_case import show
from chalice_app.ports import Tools

log = logging.getLogger(__name__)
# A message that was posted twice is met by this sweep or by the next.
_LOOKS_BACK = timedelta(hours=3)
Error = TryAgainError | ChatRefusedError
Posted = Mapping[str, tuple[Place, ...]]


def sweep(time: str, region: str, tools: Tools) -> None:
    """Bring every case up to date, close what is over, open what was missed.

    One case that fails stops no other. Raises TryAgainError at the end, so that Lambda
    tries again, and at last leaves the sweep in the dead letters.
    """
    at = datetime.fromisoformat(time)
    met = [*_over_cases(at, tools), *_over_keys(region, tools)]
    if met:
        raise TryAgainError(f"{len(met)} steps of the sweep failed, first: {met[0]}")


def _over_cases(at: datetime, tools: Tools) -> Iterator[Error]:
    posted: dict[str, tuple[Place, ...]] = {}
    yield from _met(lambda: posted.update(tools.chat.found(at - _LOOKS_BACK)))
    for waiting, case in enumerate(tools.sweeping.due()):
        for error in _met(partial(_bring, case, posted, at, tools)):
            if error.after is not None:  # Slack takes one message a second
                tools.looks.order(case.id, 0, error.after + waiting)
            yield error


def _bring(case: Case, posted: Posted, at: datetime, tools: Tools) -> None:
    """Read, repaint and close one case, and remind of it.

    Two rewrites may have reached Slack in the wrong order: hence once more.
    """
    look_at(case, tools)
    case = show(case.id, tools, repaint=True)
    for extra in posted.get(case.id, ()):
        if case.place and extra != case.place:
            fold(case, extra, case.place, tools)
    remember(case, tools)
    remind(case, at, tools)
    tools.sweeping.close(case.id)


def _over_keys(region: str, tools: Tools) -> Iterator[Error]:
    found = dict(tools.keys.customer_keys(region))
    hidden = sum(reading.state is None for reading in found.values())
    if hidden:
        log.warning("%d of %d keys may not be read", hidden, len(found))
    result = missed(found, tools.sweeping.known())
    errors = [it for key in result.keys for it in _met(partial(_open, key, tools))]
    yield from errors
    if not errors:
        tools.sweeping.know(result.disabled)


def _open(key: Subject, tools: Tools) -> None:
    case = tools.sweeping.find(key, tools.keys.read(key))
    if case:
        remember(show(case.id, tools), tools)


def _met(step: Callable[[], object]) -> Iterator[Error]:
    """Carry out a step, and give the error that it met, if any."""
    try:
        step()
    except (TryAgainError, ChatRefusedError) as error:
        log.warning("the sweep goes on after: %s", error)
        yield error
