"""The WebSocket to Slack, by Slack's own client, which connects again by itself."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from slack_sdk import WebClient
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.socket_mode.bridge import Tell
from infra.sandbox.socket_mode.refusals import CannotJoinError, plainly

Listener = Callable[[BaseSocketModeClient, SocketModeRequest], None]
_OPEN = "apps.connections.open"


@contextmanager
def linked(api: str, app_token: str, listener: Listener, tell: Tell) -> Iterator[None]:
    """Hold the connection; what arrives goes to the listener, in threads of its own."""
    client = SocketModeClient(app_token, _silent(), WebClient(base_url=api))
    client.socket_mode_request_listeners.append(listener)
    client.message_listeners.append(_greeting(tell))
    client.on_error_listeners.append(
        lambda error: tell(f"The socket to Slack failed: {type(error).__name__}.")
    )
    try:
        with plainly(_OPEN):
            client.connect()
        if not client.is_connected():
            raise CannotJoinError(
                "Slack's socket cannot be reached. Is a proxy to set?"
            )
        yield
    finally:
        client.close()


def _greeting(
    tell: Tell,
) -> Callable[[BaseSocketModeClient, JsonObject, str | None], None]:
    def listen(
        _client: BaseSocketModeClient, message: JsonObject, _raw: str | None
    ) -> None:
        if message.get("type") == "hello":
            tell("Connected to Slack over its socket.")

    return listen


def _silent() -> logging.Logger:
    """Tell nothing but our own sentences: the client logs its own for developers."""
    logger = logging.getLogger("reprieve.socket_mode")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger
