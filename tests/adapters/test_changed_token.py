"""A Slack token that ends while containers live is read anew, once a call."""

import json
from collections.abc import Iterator

import pytest

from chalice_app.adapters.secrets import Secrets
from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.adapters.slack_client import RenewedClient
from chalice_app.errors import ChatRefusedError, TryAgainError
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.odd_slack import OddSlack, odd_slack
from tests.fakes.vault import ChangingVault

PART = "slack-token"
CASE = "0123456789"


@pytest.fixture
def vault() -> ChangingVault:
    vault = ChangingVault()
    vault.change(PART, "xoxb-ended")
    return vault


@pytest.fixture
def odd() -> Iterator[OddSlack]:
    with odd_slack() as running:
        yield running


def chat_at(url: str, vault: ChangingVault) -> SlackChat:
    secrets = Secrets(vault)
    client = RenewedClient(url, secrets.token(), secrets.token_anew, 2)
    vault.asked.clear()
    return SlackChat(lambda: client, acme.CHANNEL)


def test_a_post_goes_through_with_the_new_token(
    slack: LocalSlack, vault: ChangingVault
) -> None:
    chat = chat_at(slack.api_url, vault)
    vault.change(PART, acme.REPRIEVE_APP.token)

    place = chat.post({"text": "x"}, CASE)
    chat.update(place, {"text": "y"})

    assert slack.message(place.ts).shown.text == "y"
    assert vault.asked == [f"{PART} now"]


@pytest.mark.parametrize(
    "code", ["account_inactive", "invalid_auth", "not_authed", "token_revoked"]
)
def test_the_same_token_is_not_tried_twice(
    odd: OddSlack, vault: ChangingVault, code: str
) -> None:
    chat = chat_at(odd.url, vault)
    odd.answer = (200, json.dumps({"ok": False, "error": code}).encode())

    with pytest.raises(ChatRefusedError, match=code):
        chat.post({"text": "x"}, CASE)

    assert len(odd.bodies) == 1
    assert len(vault.asked) == 1


def test_a_new_token_is_tried_once(odd: OddSlack, vault: ChangingVault) -> None:
    chat = chat_at(odd.url, vault)
    vault.change(PART, "xoxb-wrong-too")
    odd.answer = (200, b'{"ok": false, "error": "invalid_auth"}')

    with pytest.raises(ChatRefusedError):
        chat.post({"text": "x"}, CASE)

    assert len(odd.bodies) == 2


def test_another_refusal_asks_for_no_token(odd: OddSlack, vault: ChangingVault) -> None:
    chat = chat_at(odd.url, vault)
    odd.answer = (200, b'{"ok": false, "error": "is_archived"}')

    with pytest.raises(ChatRefusedError):
        chat.post({"text": "x"}, CASE)

    assert vault.asked == []


def test_a_token_that_cannot_be_read_anew_is_tried_again(
    odd: OddSlack, vault: ChangingVault
) -> None:
    chat = chat_at(odd.url, vault)
    odd.answer, vault.down = (200, b'{"ok": false, "error": "token_revoked"}'), True

    with pytest.raises(TryAgainError):
        chat.post({"text": "x"}, CASE)
