"""Ends every answer that is under way, so that a page with open browsers can end."""

import asyncio

import anyio
from starlette.types import ASGIApp, Receive, Scope, Send


class Ending:
    """A live stream never ends by itself, and a server that stops waits for it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._loop: asyncio.AbstractEventLoop | None = None
        self._under_way: set[anyio.CancelScope] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._loop = asyncio.get_running_loop()
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with anyio.CancelScope() as answering:
            self._under_way.add(answering)
            try:
                await self._app(scope, receive, send)
            finally:
                self._under_way.discard(answering)

    def end(self) -> None:
        """End them, from whatever thread."""
        if self._loop:
            self._loop.call_soon_threadsafe(self._cancel)

    def _cancel(self) -> None:
        for answering in list(self._under_way):
            answering.cancel()
