"""Slack's side of Socket Mode: gives out addresses, sends envelopes, hears answers."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect

from infra.sandbox.slack.loopback import PATIENCE_SECONDS

APP_TOKEN = "xapp-1-planted-socket-token"
Json = dict[str, Any]
PATIENCE = 10.0


def envelope(payload: Mapping[str, Any], name: str, kind: str = "interactive") -> Json:
    return {
        "type": kind,
        "envelope_id": name,
        "payload": dict(payload),
        "accepts_response_payload": True,
    }


@dataclass
class SlackSide:
    """`beyond` is the rest of the Web API; `address` where presses would come from.

    What a local Slack sends to /events goes out over the socket, as Slack does it.
    """

    beyond: ASGIApp | None = None
    address: str = ""
    heard: SimpleQueue[Json] = field(default_factory=SimpleQueue)
    opened: SimpleQueue[WebSocket] = field(default_factory=SimpleQueue)
    addresses: int = 0
    _loop: asyncio.AbstractEventLoop | None = None
    _socket: WebSocket | None = None
    _waiting: dict[str, "asyncio.Future[Json]"] = field(default_factory=dict)

    def server(self) -> Starlette:
        beyond = [Mount("/", self.beyond)] if self.beyond else []
        return Starlette(
            routes=[
                Route("/api/apps.connections.open", self._open, methods=["POST"]),
                WebSocketRoute("/link", self._link),
                Route("/events", self._events, methods=["POST"]),
                *beyond,
            ]
        )

    async def _open(self, request: Request) -> Response:
        if request.headers.get("authorization") != f"Bearer {APP_TOKEN}":
            return JSONResponse({"ok": False, "error": "invalid_auth"})
        self.addresses += 1
        own = f"ws://127.0.0.1:{request.url.port}/link?ticket={self.addresses}"
        return JSONResponse({"ok": True, "url": self.address or own})

    async def _link(self, socket: WebSocket) -> None:
        self._loop = asyncio.get_running_loop()
        await socket.accept()
        await socket.send_json({"type": "hello", "num_connections": 1})
        self._socket = socket
        self.opened.put(socket)
        try:
            while True:
                self._hear(await socket.receive_json())
        except WebSocketDisconnect:
            pass

    def _hear(self, answer: Json) -> None:
        waiting = self._waiting.pop(answer["envelope_id"], None)
        if waiting:
            waiting.set_result(answer)
        else:
            self.heard.put(answer)

    async def _events(self, request: Request) -> Response:
        assert self._loop
        assert self._socket
        payload = json.loads(parse_qs((await request.body()).decode())["payload"][0])
        name = f"envelope-{payload['trigger_id']}"
        waiting = self._waiting[name] = self._loop.create_future()
        await self._socket.send_text(json.dumps(envelope(payload, name)))
        try:
            answer = await asyncio.wait_for(waiting, PATIENCE_SECONDS)
        except TimeoutError:
            return Response("no acknowledgement came", 504)
        sent = answer.get("payload")
        return JSONResponse(sent) if sent else Response("")

    def send(self, socket: WebSocket, document: Json) -> None:
        assert self._loop
        sending = socket.send_text(json.dumps(document))
        asyncio.run_coroutine_threadsafe(sending, self._loop).result(PATIENCE)

    def close(self, socket: WebSocket) -> None:
        assert self._loop
        asyncio.run_coroutine_threadsafe(socket.close(), self._loop).result(PATIENCE)
