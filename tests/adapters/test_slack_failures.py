"""What Slack's bad days look like: silence is tried again, a refusal is not."""

import json
from collections.abc import Iterator

import pytest

from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.domain.case import Place
from chalice_app.errors import ChatRefusedError, ChatSilentError
from infra.sandbox.slack import acme
from tests.fakes.odd_slack import OddSlack, odd_slack
from tests.fakes.slack_clients import client_of

PLACE = Place(channel=acme.CHANNEL, ts="1700000000.000001")
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


def error(code: str) -> bytes:
    return json.dumps({"ok": False, "error": code}).encode()


@pytest.fixture
def odd() -> Iterator[OddSlack]:
    with odd_slack() as running:
        yield running


@pytest.fixture
def chat(odd: OddSlack) -> SlackChat:
    return SlackChat(client_of(odd.url), acme.CHANNEL)


@pytest.mark.parametrize(
    "answer",
    [
        (429, error("ratelimited")),
        (500, b"<html>"),
        (503, error("service_unavailable")),
        (200, error("internal_error")),
        (200, error("fatal_error")),
        None,
    ],
)
def test_no_clear_answer_is_tried_again(
    odd: OddSlack, chat: SlackChat, answer: tuple[int, bytes] | None
) -> None:
    odd.answer = answer

    with pytest.raises(ChatSilentError):
        chat.update(PLACE, {"text": "x"})
    with pytest.raises(ChatSilentError):
        chat.person(acme.ADA)
    with pytest.raises(ChatSilentError):
        chat.members(acme.RESPONDERS)


@pytest.mark.parametrize("code", ["is_archived", "not_in_channel", "token_revoked"])
def test_a_refusal_is_not_tried_again(
    odd: OddSlack, chat: SlackChat, code: str
) -> None:
    odd.answer = (200, error(code))

    with pytest.raises(ChatRefusedError) as refused:
        chat.post({"text": "x"}, "0123456789")

    assert refused.value.code == code


def test_a_post_is_sent_once_even_if_the_connection_breaks(
    odd: OddSlack, chat: SlackChat
) -> None:
    odd.answer = None

    with pytest.raises(ChatSilentError):
        chat.post({"text": "x"}, "0123456789")

    assert len(odd.bodies) == 1


def test_slack_that_cannot_be_reached_is_silent() -> None:
    with odd_slack() as odd:
        url = odd.url
    chat = SlackChat(client_of(url), acme.CHANNEL)

    with pytest.raises(ChatSilentError):
        chat.home_team()


def test_what_only_reads_is_asked_by_form(odd: OddSlack, chat: SlackChat) -> None:
    """Slack takes JSON for methods that write; others would not see their arguments."""
    odd.answer = (
        200,
        b'{"ok": true, "user": {"id": "U0"}, "users": [], "permalink": 1}',
    )

    chat.person(acme.ADA)
    chat.members(acme.RESPONDERS)
    chat.link(PLACE)

    assert all(it.startswith(FORM) for it in odd.types)
    assert odd.bodies[0] == f"user={acme.ADA}".encode()


def test_what_writes_is_asked_in_json(odd: OddSlack, chat: SlackChat) -> None:
    chat.update(PLACE, {"text": "x"})

    assert odd.types[0].startswith(JSON)


def test_the_answer_to_a_press_is_private_and_replaces_nothing(
    odd: OddSlack, chat: SlackChat
) -> None:
    odd.answer = (200, b"ok")

    chat.respond(odd.url, "for you")

    assert json.loads(odd.bodies[0]) == {
        "text": "for you",
        "response_type": "ephemeral",
        "replace_original": False,
    }


@pytest.mark.parametrize(
    ("status", "raised"),
    [(404, ChatRefusedError), (429, ChatSilentError), (500, ChatSilentError)],
)
def test_a_press_that_cannot_be_answered_there_says_so(
    odd: OddSlack, chat: SlackChat, status: int, raised: type[Exception]
) -> None:
    odd.answer = (status, b"no")

    with pytest.raises(raised):
        chat.respond(odd.url, "for you")
