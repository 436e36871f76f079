"""Story: a key is looked at, and again while KMS may tell of the time before."""

import logging
from collections.abc import Mapping
from functools import partial
from typing import Any

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyReading
from chalice_app.domain.phase import has_key_to_ask
from chalice_app.domain.press import ATTEMPTS
from chalice_app.domain.second_look import next_pause, pause_after
from chalice_app.domain.worse import seen
from chalice_app.errors import ChatRefusedError, KmsSilentError, TryAgainError
from chalice_app.flows.show_case import show
from chalice_app.ports import Tools

Json = Mapping[str, Any]
log = logging.getLogger(__name__)


def look_again(
    record: Mapping[str, Any], order: Mapping[str, Any], tools: Tools
) -> None:
    """Carry out one ordered look; what it cannot do at last is left to the sweep.

    Raises TryAgainError and ChatRefusedError, after which the queue delivers again.
    """
    case = tools.cases.get(str(order["look"]))
    if case is None:
        return
    attempt = int(record["attributes"]["ApproximateReceiveCount"])
    log.info("a look begins", extra={"case": case.id, "attempt": attempt})
    try:
        look_at(case, tools)
        show(case.id, tools)
        order_next(case.id, int(order["looks"]), tools)
    except (TryAgainError, ChatRefusedError) as error:
        if attempt < ATTEMPTS:
            pause = max(pause_after(attempt), error.after or 0)
            tools.retries.soon(record["receiptHandle"], pause)
            raise


def look_at(case: Case, tools: Tools) -> None:
    """Ask KMS how the key is, and keep the answer with the case."""
    if has_key_to_ask(case):
        tools.cases.change(case.id, partial(seen, reading=_read(case, tools)))


def order_next(case_id: str, looks: int, tools: Tools) -> None:
    """Order the next look after so many, if one is needed."""
    case = tools.cases.get(case_id)
    pause = next_pause(case, looks) if case else None
    if pause is not None:
        tools.looks.order(case_id, looks + 1, pause)


def _read(case: Case, tools: Tools) -> KeyReading:
    """Note that KMS did not answer: an alert does not wait for it."""
    try:
        return tools.keys.read(case.subject)
    except KmsSilentError as error:
        return KeyReading(read_at=case.began_at, refusal=error.code, passing=True)
