"""An app that listens like Reprieve: it checks signatures and answers as told."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from infra.sandbox.slack import acme

Payload = dict[str, Any]


def silent(_payload: Payload) -> str:
    return ""


@dataclass
class AppDouble:
    """`answer` says what to send back; `payloads` holds what came, signed."""

    clock: Callable[[], float]
    answer: Callable[[Payload], str] = silent
    payloads: list[Payload] = field(default_factory=list)

    async def events(self, request: Request) -> Response:
        body = await request.body()
        if not self._signed(body, request):
            return Response("bad signature", 401)
        payload = json.loads(parse_qs(body.decode())["payload"][0])
        self.payloads.append(payload)
        return Response(self.answer(payload))

    def _signed(self, body: bytes, request: Request) -> bool:
        secret = acme.REPRIEVE_APP.signing_secret
        verifier = SignatureVerifier(secret)
        return verifier.is_valid(
            body,
            request.headers.get("x-slack-request-timestamp", "0"),
            request.headers.get("x-slack-signature", ""),
        )

    def server(self) -> Starlette:
        return Starlette(routes=[Route("/slack/events", self.events, methods=["POST"])])
