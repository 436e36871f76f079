"""Stands before a sandbox's server and lets faults happen to its calls."""

import os
import signal
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from infra.sandbox.faults.book import Book
from infra.sandbox.faults.exchange import (
    Application,
    Exchange,
    Message,
    Receive,
    Reply,
    Send,
    exchange,
)
from infra.sandbox.faults.fault import KILLS, Fault, Kind
from infra.sandbox.faults.switchboard import PATH, RESET, switched
from infra.sandbox.faults.worker import calling_worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How one server names its calls and says no; `stale` ages an answer."""

    named: Callable[[Exchange], tuple[str, str]]
    refused: Callable[[Exchange, Fault], Reply]
    stale: Callable[[Fault, bytes], bytes] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    call: Exchange
    fault: Fault
    dialect: Dialect
    application: Application
    worker: int | None

    def kill(self) -> None:
        if self.worker:
            os.kill(self.worker, signal.SIGKILL)


def failing(book: Book, dialect: Dialect, application: Application) -> Application:
    async def served(scope: Message, receive: Receive, send: Send) -> None:
        if scope.get("path") == RESET:
            book.clear()
        if scope.get("path") == PATH:
            call = await exchange(scope, receive, send)
            await call.reply(switched(book, scope["method"], call.body))
        elif scope["type"] == "http" and book.faults and not _ours(scope):
            await _met(book, dialect, application, await exchange(scope, receive, send))
        else:
            await application(scope, receive, send)

    return served


def _ours(scope: Message) -> bool:
    return str(scope["path"]).startswith("/_")


async def _met(
    book: Book, dialect: Dialect, application: Application, call: Exchange
) -> None:
    worker = calling_worker(call.scope) if _kills(book) else None
    kinds = _HAPPENINGS.keys() - (frozenset() if worker else KILLS)
    if dialect.stale is None:
        kinds -= {Kind.STALE}
    fault = book.take(*dialect.named(call), kinds)
    if fault is None:
        await application(call.scope, call.replay(), call.send)
        return
    struck = Struck(
        call=call,
        fault=fault,
        dialect=dialect,
        application=application,
        worker=worker,
    )
    await _HAPPENINGS[fault.kind](struck)


def _kills(book: Book) -> bool:
    return any(fault.kind in KILLS for fault in book.faults)


async def _rate_limit(it: Struck) -> None:
    again = {"retry-after": f"{it.fault.seconds:g}", "content-type": "application/json"}
    body = b'{"ok":false,"error":"ratelimited"}'
    await it.call.reply(Reply(status=429, body=body, headers=again))


async def _status(it: Struck) -> None:
    await it.call.reply(Reply(status=it.fault.status, body=b""))


async def _error(it: Struck) -> None:
    await it.call.reply(it.dialect.refused(it.call, it.fault))


async def _closed(it: Struck) -> None:
    await it.call.cut()


async def _silence(it: Struck) -> None:
    await it.call.hold(it.fault.seconds)
    await it.call.cut()


async def _lost(it: Struck) -> None:
    await it.call.carried_out(it.application)
    await _silence(it)


async def _stale(it: Struck) -> None:
    answer = await it.call.carried_out(it.application)
    body = b"".join(message.get("body", b"") for message in answer)
    aged = it.dialect.stale(it.fault, body) if it.dialect.stale else body
    headers = {"content-type": "application/json"}
    await it.call.reply(Reply(status=200, body=aged, headers=headers))


async def _kill_before(it: Struck) -> None:
    it.kill()
    await it.call.cut()


async def _kill_after(it: Struck) -> None:
    await it.call.carried_out(it.application)
    await _kill_before(it)


_HAPPENINGS: Mapping[Kind, Callable[[Struck], Awaitable[None]]] = {
    Kind.RATE_LIMIT: _rate_limit,
    Kind.STATUS: _status,
    Kind.ERROR: _error,
    Kind.CLOSED: _closed,
    Kind.SILENCE: _silence,
    Kind.LOST: _lost,
    Kind.STALE: _stale,
    Kind.KILL_BEFORE: _kill_before,
    Kind.KILL_AFTER: _kill_after,
}
