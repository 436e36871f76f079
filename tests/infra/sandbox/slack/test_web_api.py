"""Who may call the Web API, and how it reads what it is given."""

import http.client
import json
from urllib.parse import urlencode, urlsplit

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.sandbox.slack.pieces import Json, section

FORM = "application/x-www-form-urlencoded"


def raw_call(slack: LocalSlack, body: bytes, kind: str, **headers: str) -> Json:
    host = urlsplit(slack.api_url).netloc
    connection = http.client.HTTPConnection(host)
    sent = {"Content-Type": kind, **headers}
    connection.request("POST", "/api/chat.postMessage", body, sent)
    answer: Json = json.loads(connection.getresponse().read())
    connection.close()
    return answer


def authorized() -> dict[str, str]:
    return {"Authorization": f"Bearer {acme.REPRIEVE_APP.token}"}


def refused(client: WebClient, method: str, **arguments: str) -> Json:
    with pytest.raises(SlackApiError) as failure:
        client.api_call(method, params=arguments)
    answer: Json = failure.value.response.data
    return answer


def test_a_call_without_a_token_is_not_authed(slack: LocalSlack) -> None:
    assert raw_call(slack, b"{}", "application/json")["error"] == "not_authed"


@pytest.mark.parametrize("token", ["xoxb-other", "xoxb-sandbox-token-and-more"])
def test_another_token_is_refused(slack: LocalSlack, token: str) -> None:
    client = WebClient(token=token, base_url=slack.api_url)

    assert refused(client, "auth.test")["error"] == "invalid_auth"


def test_an_unknown_method_is_named(client: WebClient) -> None:
    answer = refused(client, "chat.shout")

    assert answer["error"] == "unknown_method"
    assert answer["req_method"] == "chat.shout"


@pytest.mark.parametrize(
    ("method", "needed"),
    [
        ("chat.postMessage", "chat:write"),
        ("chat.update", "chat:write"),
        ("chat.postEphemeral", "chat:write"),
        ("users.info", "users:read"),
        ("usergroups.users.list", "usergroups:read"),
        ("conversations.info", "channels:read,groups:read"),
        ("conversations.history", "channels:history,groups:history"),
    ],
)
def test_a_missing_scope_is_named(method: str, needed: str) -> None:
    with LocalSlack(scopes=frozenset({"commands"})) as slack:
        client = WebClient(token=acme.REPRIEVE_APP.token, base_url=slack.api_url)
        answer = refused(client, method)

    assert answer["error"] == "missing_scope"
    assert answer["needed"] == needed
    assert answer["provided"] == "commands"


def test_the_scopes_of_the_token_come_as_a_header(client: WebClient) -> None:
    headers = client.auth_test().headers

    assert headers["x-oauth-scopes"] == ",".join(sorted(acme.SCOPES))


def test_a_form_carries_blocks_as_json_text(slack: LocalSlack) -> None:
    form = {"channel": acme.CHANNEL, "text": "x", "blocks": json.dumps([section()])}
    answer = raw_call(slack, urlencode(form).encode(), FORM, **authorized())

    assert answer["ok"]
    assert slack.messages()[0].shown.blocks[0]["type"] == "section"


@pytest.mark.parametrize(
    ("body", "kind", "error"),
    [
        (b"{", "application/json", "invalid_json"),
        (b"[]", "application/json", "json_not_object"),
        (b"<x/>", "application/xml", "invalid_post_type"),
        (b'{"text": {}}', "application/json", "channel_not_found"),
        (b'{"channel": []}', "application/json", "invalid_arguments"),
        (b"\xff\xfe", "application/json", "invalid_json"),
        (b"channel=%FF&text=%00", FORM, "channel_not_found"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(
    slack: LocalSlack, body: bytes, kind: str, error: str
) -> None:
    assert raw_call(slack, body, kind, **authorized())["error"] == error


def test_half_a_sign_comes_back_as_json(slack: LocalSlack) -> None:
    body = b'{"channel": "C0KMSALERT", "text": "\\ud83d"}'

    assert raw_call(slack, body, "application/json", **authorized())["ok"]


def test_every_call_is_remembered_with_its_answer(
    slack: LocalSlack, client: WebClient
) -> None:
    refused(client, "users.info", user="U0NOBODY")

    call = slack.calls("users.info")[0]
    assert call.arguments == {"user": "U0NOBODY"}
    assert call.answer == {"ok": False, "error": "user_not_found"}
    assert acme.REPRIEVE_APP.token not in repr(slack.calls())
