"""Presses that arrive over the socket, as the signed requests that the route takes."""

import json
import time
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode

from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from infra.sandbox.slack.loopback import PATIENCE_SECONDS, Reply, check_loopback, post
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.signature import signed_headers

Tell = Callable[[str], None]
_WARNS = "Slack gets no acknowledgement, and warns the person who pressed."


class Bridge:
    """Stands between Slack's socket and the route, which knows only HTTP."""

    def __init__(
        self, secret: str, tell: Tell, clock: Callable[[], float] = time.time
    ) -> None:
        """`secret` is the signing secret that the route has, which Slack never saw."""
        self.secret, self._tell, self._clock = secret, tell, clock
        self._url: str | None = None

    def lead_to(self, url: str) -> None:
        """Name the route; before this, nothing is acknowledged."""
        self._url = check_loopback(url)

    def warm_up(self) -> None:
        """Wake the route's Lambda: Slack waits three seconds for a first press, too."""
        if self._url:
            self._post(self._url, b"")

    def __call__(
        self, client: BaseSocketModeClient, envelope: SocketModeRequest
    ) -> None:
        """Bring an envelope to the route, and its answer back."""
        if envelope.type != "interactive":
            self._tell(f"Reprieve does not take what Slack sent: {envelope.type}.")
        elif self._url is None:
            self._tell(f"A press came before Reprieve was deployed. {_WARNS}")
        else:
            form = urlencode({"payload": json.dumps(envelope.payload)})
            reply = self._post(self._url, form.encode())
            if reply.status == HTTPStatus.OK:
                client.send_socket_mode_response(acknowledgement(envelope, reply.body))
            self._tell(outcome(envelope, reply))

    def _post(self, url: str, body: bytes) -> Reply:
        timestamp = str(int(self._clock()))
        return post(url, body, signed_headers(self.secret, timestamp, body))


def acknowledgement(envelope: SocketModeRequest, body: str) -> SocketModeResponse:
    """Acknowledge; what the route answers in its body travels as a payload."""
    sent = _payload(body) if body and envelope.accepts_response_payload else None
    return SocketModeResponse(envelope_id=envelope.envelope_id, payload=sent)


def _payload(body: str) -> JsonObject:
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    return answer if isinstance(answer, dict) else {"text": body}


def outcome(envelope: SocketModeRequest, reply: Reply) -> str:
    """Say in the terminal what became of a press."""
    kind = envelope.payload.get("type")
    if reply.status != HTTPStatus.OK:
        answer = reply.status or reply.failure
        return f"The route answered {kind} with {answer}. {_WARNS}"
    said = f"Slack sent {kind}; acknowledged after {reply.seconds:.1f} s."
    if reply.late:
        return (
            f"{said} Slack waits {PATIENCE_SECONDS} s, so it has warned. Press again."
        )
    return said
