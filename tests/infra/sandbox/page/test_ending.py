"""What would never end is ended, since a server of Python 3.12 waits for it."""

import asyncio
import threading
from collections.abc import MutableMapping
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from infra.sandbox.page.app import page_app
from infra.sandbox.page.ending import Ending
from infra.sandbox.page.said import Said, Wish
from tests.infra.sandbox.page.plain import Scenery

WHERE = b"127.0.0.1:8025"
HEADERS = [
    (b"host", WHERE),
    (b"origin", b"http://" + WHERE),
    (b"content-type", b"application/json"),
]
SOON = 5.0
Sent = MutableMapping[str, Any]


async def ended(app: ASGIApp, method: str, path: str, begun: threading.Event) -> None:
    """Ask, and end the answer once it has begun."""
    ending, scope = Ending(app), {"type": "http", "method": method, "path": path}
    bodies = iter([{"type": "http.request", "body": b"{}", "more_body": False}])

    async def receive() -> Sent:
        return next(bodies, None) or await asyncio.Future[Sent]()

    async def send(message: Sent) -> None:
        if message["type"] == "http.response.start":
            begun.set()

    asked = {**scope, "headers": HEADERS, "query_string": b""}
    answering = asyncio.create_task(ending(asked, receive, send))
    assert await asyncio.to_thread(begun.wait, SOON)
    ending.end()
    await asyncio.wait_for(answering, SOON)


def test_an_answer_that_never_ends_is_ended() -> None:
    begun = threading.Event()

    async def forever(_scope: Scope, _receive: Receive, _send: Send) -> None:
        begun.set()
        await asyncio.Event().wait()

    asyncio.run(ended(forever, "GET", "/", begun))


def test_an_act_that_hangs_is_left_behind() -> None:
    begun, over = threading.Event(), threading.Event()

    def hang(_wish: Wish) -> Said:
        begun.set()
        over.wait()
        return Said(ok=True, said="At last.")

    app = page_app(Scenery().look, {"/hang": hang})
    try:
        asyncio.run(ended(app, "POST", "/hang", begun))
    finally:
        over.set()


def test_the_live_stream_is_ended() -> None:
    app = page_app(Scenery().look, {})
    asyncio.run(ended(app, "GET", "/live", threading.Event()))
