"""Why a real workspace cannot be joined, in words that say what to do."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException
from types import MappingProxyType

from slack_sdk.errors import SlackApiError, SlackClientError

from infra.sandbox.socket_mode.manifest import BOT

_NEXT: Mapping[str, str] = MappingProxyType(
    {
        "channel_not_found": "Is SLACK_CHANNEL the channel's id, and the app invited?",
        "invalid_auth": "Copy the token anew from the Slack app's pages.",
        "is_archived": "Take another channel.",
        "missing_scope": "Give it the scope, and install the app again.",
        "not_allowed_token_type": "Is SLACK_APP_TOKEN an app-level token (xapp-)?",
        "not_authed": "Copy the token anew from the Slack app's pages.",
        "not_in_channel": f"In the channel, write: /invite @{BOT}",
        "token_revoked": "Install the app again, and copy the new token.",
    }
)
_OTHERWISE = "Look the error up at https://docs.slack.dev/reference/methods/{method}"


class CannotJoinError(Exception):
    """The workspace cannot be joined as things are; the text says what to do."""


@contextmanager
def plainly(method: str) -> Iterator[None]:
    """Turn what Slack answers to a call into one sentence with the next step."""
    try:
        yield
    except SlackApiError as error:
        code = str(error.response.get("error") or "an answer that is no JSON")
        step = _NEXT.get(code, _OTHERWISE.format(method=method))
        raise CannotJoinError(f"Slack refuses {method}: {code}. {step}") from None
    except (OSError, HTTPException, SlackClientError) as error:
        raise CannotJoinError(
            f"Slack cannot be reached for {method}: {error}. Is there a proxy to set?"
        ) from None
