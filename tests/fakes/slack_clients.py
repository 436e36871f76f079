"""Slack's client as wiring makes it, for a Slack on this machine."""

from collections.abc import Callable

from slack_sdk import WebClient

from infra.sandbox.slack import acme


def client_of(
    api_url: str, token: str = acme.REPRIEVE_APP.token
) -> Callable[[], WebClient]:
    client = WebClient(token=token, base_url=api_url, timeout=2, retry_handlers=[])
    return lambda: client
