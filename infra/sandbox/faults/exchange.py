"""One HTTP exchange of a sandbox's server, with its body read whole."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    scope: Message
    body: bytes
    receive: Receive
    send: Send

    @property
    def path(self) -> str:
        return str(self.scope["path"])

    def header(self, name: str) -> str:
        found = dict(self.scope["headers"]).get(name.encode(), b"")
        return str(found.decode())

    async def carried_out(self, application: Application) -> list[Message]:
        """Have the call take effect, and give the answer that nobody has got yet."""
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        await application(self.scope, self.replay(), keep)
        return answer

    def replay(self) -> Receive:
        messages = [{"type": "http.request", "body": self.body, "more_body": False}]

        async def receive() -> Message:
            return messages.pop() if messages else await self.receive()

        return receive

    async def reply(self, reply: Reply) -> None:
        told = {**reply.headers, "content-length": str(len(reply.body))}
        await self.send(
            {
                "type": "http.response.start",
                "status": reply.status,
                "headers": [(k.encode(), v.encode()) for k, v in told.items()],
            }
        )
        await self.send({"type": "http.response.body", "body": reply.body})

    async def hold(self, seconds: float) -> None:
        """Say nothing until the caller hangs up, or for so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while (await self.receive())["type"] != "http.disconnect":
                    pass

    async def cut(self) -> None:
        # The server can only be made to close by an answer that is never finished.
        headers = [(b"content-length", b"1"), (b"connection", b"close")]
        start = {"type": "http.response.start", "status": 200, "headers": headers}
        await self.send(start)


async def exchange(scope: Message, receive: Receive, send: Send) -> Exchange:
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    return Exchange(scope=scope, body=body, receive=receive, send=send)


def as_json(document: object, status: int = 200) -> Reply:
    body = json.dumps(document).encode()
    return Reply(status=status, body=body, headers={"content-type": "application/json"})
