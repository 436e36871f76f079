"""Events, notifications and messages that come twice, late, in disorder or never."""

import secrets
import threading
import time
from collections.abc import Callable
from contextvars import copy_context

from ministack.services import sns, sqs

from infra.sandbox.aws import events
from infra.sandbox.aws.shapes import Emulated, Json
from infra.sandbox.faults.book import Book
from infra.sandbox.faults.fault import DELIVERIES, Fault, Kind

_LATE, _TWICE = frozenset({Kind.LATE}), frozenset({Kind.TWICE})


def install(book: Book) -> None:
    events.deliver = _trail(book, events.deliver)
    sns._deliver_to_lambda = _notified(book, sns._deliver_to_lambda)
    sqs._receive_messages_for_esm = _received(book, sqs._receive_messages_for_esm)
    sqs._delete_messages_for_esm = _deleted(book, sqs._delete_messages_for_esm)


def moments(fault: Fault | None) -> list[float]:
    """Give after how many seconds each delivery comes."""
    if fault is None:
        return [0.0]
    shuffled = fault.seconds * secrets.randbelow(1000) / 1000
    return {
        Kind.GONE: [],
        Kind.TWICE: [0.0, 0.0],
        Kind.LATE: [fault.seconds],
        Kind.SHUFFLED: [shuffled],
    }[fault.kind]


def _deliver(fault: Fault | None, deliver: Callable[[], None]) -> None:
    for seconds in moments(fault):
        if seconds:
            # The account and the Region of the moment travel with it.
            timer = threading.Timer(seconds, copy_context().run, (deliver,))
            timer.daemon = True
            timer.start()
        else:
            deliver()


def _trail(book: Book, emulator: Emulated) -> Emulated:
    def deliver(envelope: Json) -> None:
        name = envelope["detail"].get("eventName", envelope["detail-type"])
        fault = book.take("trail", name, DELIVERIES)
        _deliver(fault, lambda: emulator(envelope))

    return deliver


def _notified(book: Book, emulator: Callable[..., None]) -> Callable[..., None]:
    def deliver(*notification: object) -> None:
        fault = book.take("sns", "Deliver", DELIVERIES)
        _deliver(fault, lambda: emulator(*notification))

    return deliver


def _received(book: Book, emulator: Emulated) -> Emulated:
    def receive(url: str, size: int) -> Emulated:
        for message in (sqs._queues.get(url) or {"messages": []})["messages"]:
            due = message["visible_at"] <= time.time()
            fault = book.take("sqs", "Deliver", _LATE) if due else None
            if fault:
                message["visible_at"] = time.time() + fault.seconds
        return emulator(url, size)

    return receive


def _deleted(book: Book, emulator: Emulated) -> Emulated:
    # A message whose deletion is lost comes again.
    def delete(url: str, handles: Emulated) -> Emulated:
        if book.take("sqs", "Deliver", _TWICE) is None:
            return emulator(url, handles)
        for message in sqs._queues[url]["messages"]:
            if message["receipt_handle"] in handles:
                message["visible_at"] = time.time()
        return None

    return delete
