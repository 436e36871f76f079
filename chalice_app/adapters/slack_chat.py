"""Slack's channel and people, over the Web API."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from chalice_app.adapters.slack_api import BUSY, SlackApi, retry_after, worded
from chalice_app.adapters.slack_history import messages_by_id, metadata
from chalice_app.domain.case import Place
from chalice_app.domain.responder import Person
from chalice_app.errors import ChatRefusedError, ChatSilentError

Json = Mapping[str, Any]

_NOBODY = {"user_not_found", "user_not_visible"}
_OK = 200


class SlackChat:
    def __init__(self, client: Callable[[], WebClient], channel: str) -> None:
        self._api = SlackApi(client)
        self._channel = channel

    def post(self, message: Json, item_id: str, *, kind: str = "case") -> Place:
        """Post with its id in the metadata, which every app and member can read."""
        return self._posted(metadata=metadata(item_id, kind), **message)

    def remind(self, message: Json, reminder_id: str, thread: Place | None) -> Place:
        """Post a reminder on its own, or in a thread and to the channel.

        What a thread sends to the channel stands in its history, too.
        """
        inside = {"thread_ts": thread.ts, "reply_broadcast": True} if thread else {}
        carried = metadata(reminder_id, "reminder")
        return self._posted(metadata=carried, **inside, **message)

    def update(self, place: Place, message: Json) -> None:
        self._api.ask("chat.update", channel=place.channel, ts=place.ts, **message)

    def reply(self, place: Place, text: str, *, broadcast: bool = False) -> None:
        self._api.ask(
            "chat.postMessage",
            channel=place.channel,
            thread_ts=place.ts,
            text=text,
            reply_broadcast=broadcast,
            unfurl_links=False,
            unfurl_media=False,
        )

    def post_page(self, thread: Place, message: Json) -> Place:
        told = self._api.ask(
            "chat.postMessage",
            channel=thread.channel,
            thread_ts=thread.ts,
            unfurl_links=False,
            unfurl_media=False,
            **message,
        )
        return Place(channel=told["channel"], ts=told["ts"])

    def whisper(self, place: Place | None, user: str, text: str) -> None:
        """Answer one person, in the case's thread if there is one.

        Raises ChatRefusedError: Slack shows such a line only to members of the channel.
        """
        where = {"thread_ts": place.ts} if place else {}
        channel = place.channel if place else self._channel
        self._api.ask(
            "chat.postEphemeral", channel=channel, user=user, text=text, **where
        )

    def respond(self, response_url: str, text: str) -> None:
        """Answer through the press's own address: 5 uses within 30 minutes."""
        webhook = WebhookClient(response_url, timeout=5)
        with worded("response_url"):
            told = webhook.send(
                text=text, response_type="ephemeral", replace_original=False
            )
        if told.status_code >= BUSY:
            after = retry_after(told.headers)
            raise ChatSilentError(f"response_url: {told.status_code}", after=after)
        if told.status_code != _OK:
            raise ChatRefusedError("response_url", str(told.status_code))

    def found(self, since: datetime) -> Mapping[str, tuple[Place, ...]]:
        """Find our messages, oldest first, by the id that each carries."""
        return messages_by_id(self._api, self._channel, since)

    def link(self, place: Place) -> str | None:
        """Ask for a message's permalink; None where Slack makes none."""
        try:
            told = self._api.look_up(
                "chat.getPermalink", channel=place.channel, message_ts=place.ts
            )
        except ChatRefusedError:
            return None
        return str(told["permalink"])

    def person(self, user: str) -> Person | None:
        """Look a person up; None where Slack does not know them."""
        try:
            found = self._api.look_up("users.info", user=user)["user"]
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
        return str(self._api.look_up("auth.test")["team_id"])

    def members(self, group: str) -> frozenset[str] | None:
        """List a user group; None when it cannot be read, which lets nobody in."""
        try:
            told = self._api.look_up("usergroups.users.list", usergroup=group)
        except ChatRefusedError:
            return None
        return frozenset(told["users"])

    def _posted(self, **message: object) -> Place:
        told = self._api.ask(
            "chat.postMessage",
            channel=self._channel,
            unfurl_links=False,
            unfurl_media=False,
            **message,
        )
        return Place(channel=told["channel"], ts=told["ts"])
