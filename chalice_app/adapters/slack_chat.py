"""Slack's Web API: Slack's error names become "refused" or "try again"."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient

from chalice_app.domain.case import Place
from chalice_app.domain.responder import Person
from chalice_app.errors import ChatRefusedError, ChatSilentError

Json = Mapping[str, Any]

_PASSING = {
    "fatal_error",
    "internal_error",
    "ratelimited",
    "rate_limited",
    "request_timeout",
    "service_unavailable",
    "team_added_to_org",
}
_NOBODY = {"user_not_found", "user_not_visible"}
_OK = 200
_BUSY = 429


class SlackChat:
    def __init__(self, client: Callable[[], WebClient], channel: str) -> None:
        self._client = client
        self._channel = channel

    def post(self, message: Json, case_id: str) -> Place:
        """Post a case's message; the metadata can be read by every app and member."""
        told = self._ask(
            "chat.postMessage",
            channel=self._channel,
            unfurl_links=False,
            unfurl_media=False,
            metadata={
                "event_type": "reprieve_case",
                "event_payload": {"case_id": case_id},
            },
            **message,
        )
        return Place(channel=told["channel"], ts=told["ts"])

    def update(self, place: Place, message: Json) -> None:
        self._ask("chat.update", channel=place.channel, ts=place.ts, **message)

    def reply(self, place: Place, text: str, *, broadcast: bool = False) -> None:
        self._ask(
            "chat.postMessage",
            channel=place.channel,
            thread_ts=place.ts,
            text=text,
            reply_broadcast=broadcast,
            unfurl_links=False,
            unfurl_media=False,
        )

    def whisper(self, place: Place | None, user: str, text: str) -> None:
        """Answer one person, in the case's thread if there is one.

        Raises ChatRefusedError: Slack shows such a line only to members of the channel.
        """
        where = {"thread_ts": place.ts} if place else {}
        channel = place.channel if place else self._channel
        self._ask("chat.postEphemeral", channel=channel, user=user, text=text, **where)

    def respond(self, response_url: str, text: str) -> None:
        """Answer through the press's own address: 5 uses within 30 minutes."""
        webhook = WebhookClient(response_url, timeout=5)
        with _worded("response_url"):
            told = webhook.send(
                text=text, response_type="ephemeral", replace_original=False
            )
        if told.status_code >= _BUSY:
            raise ChatSilentError(f"response_url: {told.status_code}")
        if told.status_code != _OK:
            raise ChatRefusedError("response_url", str(told.status_code))

    def link(self, place: Place) -> str | None:
        """Ask for a message's permalink; None where Slack makes none."""
        try:
            told = self._look_up(
                "chat.getPermalink", channel=place.channel, message_ts=place.ts
            )
        except ChatRefusedError:
            return None
        return str(told["permalink"])

    def person(self, user: str) -> Person | None:
        """Look a person up; None where Slack does not know them."""
        try:
            found = self._look_up("users.info", user=user)["user"]
        except ChatRefusedError as refused:
            if refused.code in _NOBODY:
                return None
            raise
        return Person(
            id=found["id"],
            team=found.get("team_id", ""),
            bot=found.get("is_bot", False),
            deleted=found.get("deleted", False),
            guest=found.get("is_restricted", False)
            or found.get("is_ultra_restricted", False),
            stranger=found.get("is_stranger", False),
        )

    def home_team(self) -> str:
        return str(self._look_up("auth.test")["team_id"])

    def members(self, group: str) -> frozenset[str] | None:
        """List a user group; None when it cannot be read, which lets nobody in."""
        try:
            told = self._look_up("usergroups.users.list", usergroup=group)
        except ChatRefusedError:
            return None
        return frozenset(told["users"])

    def _ask(self, method: str, **arguments: object) -> SlackResponse:
        with _worded(method):
            return self._client().api_call(method, json=arguments)

    def _look_up(self, method: str, **arguments: str) -> SlackResponse:
        """Ask a method that only reads: those take a form, and ignore a JSON body."""
        with _worded(method):
            return self._client().api_call(method, params=arguments)


@contextmanager
def _worded(method: str) -> Iterator[None]:
    try:
        yield
    except SlackApiError as error:
        code = str(error.response.get("error", ""))
        if code in _PASSING or error.response.status_code >= _BUSY:
            raise ChatSilentError(f"{method}: {code}") from error
        raise ChatRefusedError(method, code) from error
    except (OSError, HTTPException, SlackRequestError) as error:
        raise ChatSilentError(method) from error
