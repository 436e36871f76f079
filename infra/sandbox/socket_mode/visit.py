"""Says in the channel that a sandbox begins and ends: others read there, too."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from infra.sandbox.socket_mode.given import Given
from infra.sandbox.socket_mode.refusals import plainly

_BEGINS = (
    "A sandbox of Reprieve posts here now. The keys that it tells of exist on one "
    "developer's machine alone: nothing it says needs anybody's attention."
)
_ENDS = "The sandbox has ended. Its buttons do nothing any more."
_SECONDS = 10


@contextmanager
def visiting(api: str, given: Given) -> Iterator[str]:
    """Check token and channel by posting; give the workspace's name."""
    client = WebClient(given.bot_token, base_url=api, timeout=_SECONDS)
    with plainly("auth.test"):
        workspace = str(client.auth_test()["team"])
    with plainly("chat.postMessage"):
        client.chat_postMessage(channel=given.channel, text=_BEGINS)
    try:
        yield workspace
    finally:
        with suppress(SlackClientError, OSError, HTTPException):
            client.chat_postMessage(channel=given.channel, text=_ENDS)
