"""The ASGI application: our own endpoints beside the mended emulator."""

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from infra.sandbox.aws import control
from infra.sandbox.aws.sandbox import Sandbox

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]


def layered(sandbox: Sandbox, emulator: Application) -> Application:
    async def application(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(control.PREFIX):
            await emulator(scope, receive, send)
            return
        status, document = await control.answer(
            sandbox, scope["method"], scope["path"], await _body(receive)
        )
        sandbox.settle()
        await _send(send, status, json.dumps(document).encode())

    return application


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    return body


async def _send(send: Send, status: int, body: bytes) -> None:
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
