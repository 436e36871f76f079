"""Calls to Slack's Web API: its error names become "refused" or "try again"."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web import SlackResponse

from chalice_app.errors import ChatRefusedError, ChatSilentError

_PASSING = {
    "fatal_error",
    "internal_error",
    "ratelimited",
    "rate_limited",
    "request_timeout",
    "service_unavailable",
    "team_added_to_org",
}
BUSY = 429


class SlackApi:
    def __init__(self, client: Callable[[], WebClient]) -> None:
        self._client = client

    def ask(self, method: str, **arguments: object) -> SlackResponse:
        with worded(method):
            return self._client().api_call(method, json=arguments)

    def look_up(self, method: str, **arguments: str) -> SlackResponse:
        """Ask a method that only reads: those take a form, and ignore a JSON body."""
        with worded(method):
            return self._client().api_call(method, params=arguments)


@contextmanager
def worded(method: str) -> Iterator[None]:
    """Turn Slack's errors into ours; 429 comes with the seconds to wait."""
    try:
        yield
    except SlackApiError as error:
        code = str(error.response.get("error", ""))
        if code in _PASSING or error.response.status_code >= BUSY:
            after = retry_after(error.response.headers)
            raise ChatSilentError(f"{method}: {code}", after=after) from error
        raise ChatRefusedError(method, code) from error
    except (OSError, HTTPException, SlackRequestError) as error:
        raise ChatSilentError(method) from error


def retry_after(headers: Mapping[str, str]) -> int | None:
    """Read Slack's Retry-After, in seconds."""
    said = {name.lower(): value for name, value in headers.items()}.get("retry-after")
    return int(said) if said and said.isdigit() else None
