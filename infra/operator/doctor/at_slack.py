"""Slack as the checks ask it: with Reprieve's own token, and each call once."""

from functools import cached_property

from slack_sdk.web import SlackResponse

from chalice_app.adapters.slack_api import SlackApi
from chalice_app.adapters.slack_chat import SlackChat
from infra.operator.slack_app import client_of


class AtSlack:
    def __init__(self, base_url: str, token: str, channel: str) -> None:
        client = client_of(base_url, token)
        self.api = SlackApi(lambda: client)
        self.chat = SlackChat(lambda: client, channel)

    @cached_property
    def who(self) -> SlackResponse:
        """Ask auth.test, whose answer's headers tell the scopes and Slack's time."""
        return self.api.look_up("auth.test")

    def header(self, name: str) -> str:
        """Read a header of that answer."""
        headers = {it.lower(): value for it, value in self.who.headers.items()}
        return str(headers[name])
