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
_CONNECTED = "Connected to Slack over its socket."
_SHARED = (
    "Slack counts {count} connections of this app. If another program holds one of "
    "them, each press goes to only one."
)


@contextmanager
def linked(api: str, app_token: str, listener: Listener, tell: Tell) -> Iterator[None]:
    """Hold the connection; what arrives goes to the listener, in threads of its own."""
    health = Health(tell)
    client = SocketModeClient(app_token, _log_of(health), WebClient(base_url=api))
    client.socket_mode_request_listeners.append(listener)
    client.message_listeners.append(health.listen)
    try:
        with plainly("apps.connections.open"):
            client.connect()
        if not client.is_connected():
            raise CannotJoinError("Slack's socket cannot be reached.")
        yield
    finally:
        client.close()


class Health(logging.Handler):
    """Tells when the connection is there, and once for each way in which it fails."""

    def __init__(self, tell: Tell) -> None:
        super().__init__(logging.ERROR)
        self._tell = tell
        self._told: set[str] = set()

    def listen(
        self, _client: BaseSocketModeClient, message: JsonObject, _raw: str | None
    ) -> None:
        if message.get("type") == "hello":
            self._told.clear()
            self._tell(_CONNECTED)
            count = message.get("num_connections", 1)
            if count != 1:
                self._tell(_SHARED.format(count=count))

    def emit(self, record: logging.LogRecord) -> None:
        """Take what Slack's client logs: it tries for ever, and tells only its log."""
        said = record.getMessage()
        if said not in self._told:
            self._told.add(said)
            self._tell(f"Slack's client has a problem. {said}")


def _log_of(health: Health) -> logging.Logger:
    """Give a log that nobody else writes or hears."""
    logger = logging.getLogger(f"{__name__}.{id(health)}")
    logger.propagate = False
    logger.addHandler(health)
    return logger
