"""What the internet may send: signed by Slack it is taken, anything else gets 401."""

import base64
import json
import time
from typing import Any
from urllib.parse import urlencode

import pytest

from infra.sandbox.slack.signature import signed_headers
from tests.fakes.presses import SECRET, Pressed
from tests.functions.conftest import Send, Told

PRESS = Pressed(button="rp.looking", value="0123456789:1")
BODY = urlencode({"payload": json.dumps(PRESS.payload)})
JSON = "application/json"


def headers(body: str | bytes = BODY, **changes: str) -> dict[str, str]:
    raw = body.encode() if isinstance(body, str) else body
    signed = signed_headers(SECRET, str(int(time.time())), raw)
    return {**signed, **{name.replace("_", "-"): it for name, it in changes.items()}}


def request(body: str | bytes, given: dict[str, str]) -> dict[str, Any]:
    """Make API Gateway's event; what is no text it sends as base64."""
    text = body if isinstance(body, str) else base64.b64encode(body).decode()
    return {
        "resource": "/slack/events",
        "path": "/slack/events",
        "httpMethod": "POST",
        "headers": given,
        "multiValueHeaders": {name: [value] for name, value in given.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "stageVariables": None,
        "requestContext": {"resourcePath": "/slack/events", "httpMethod": "POST"},
        "body": text,
        "isBase64Encoded": isinstance(body, bytes),
    }


def refused(told: Told) -> bool:
    return (told["status"], told["queued"]) == (401, [])


@pytest.mark.parametrize("body", [BODY, BODY.encode()])
def test_what_slack_signed_is_queued_byte_for_byte(
    send: Send, body: str | bytes
) -> None:
    given = headers(body)

    told = send(request(body, given))

    assert told["status"] == 200
    (queued,) = told["queued"]
    assert json.loads(queued) == {
        "body": BODY,
        "timestamp": given["X-Slack-Request-Timestamp"],
        "signature": given["X-Slack-Signature"],
    }


def test_header_names_may_come_in_any_case(send: Send) -> None:
    given = {name.upper(): value for name, value in headers().items()}

    assert send(request(BODY, given))["status"] == 200


def test_another_signature_is_refused(send: Send) -> None:
    assert refused(send(request(BODY, headers(X_Slack_Signature="v0=" + "0" * 64))))
    assert refused(send(request(BODY, headers(BODY + "&a=1"))))


@pytest.mark.parametrize("missing", ["X-Slack-Signature", "X-Slack-Request-Timestamp"])
def test_a_missing_header_is_refused(send: Send, missing: str) -> None:
    given = {name: it for name, it in headers().items() if name != missing}

    assert refused(send(request(BODY, given)))


@pytest.mark.parametrize(
    "timestamp",
    ["", "soon", "-1", "1.5", "\uff11\uff15", "9" * 5000, "0", "1531420618"],
)
def test_an_odd_or_old_timestamp_is_refused(send: Send, timestamp: str) -> None:
    odd = headers(X_Slack_Request_Timestamp=timestamp)

    assert refused(send(request(BODY, odd)))


def test_a_signature_that_is_not_ascii_is_refused(send: Send) -> None:
    assert refused(send(request(BODY, headers(X_Slack_Signature="v0=é"))))


def test_bytes_that_are_no_text_are_refused(send: Send) -> None:
    body = b"payload=\xff\xfe"

    assert refused(send(request(body, headers(body))))


@pytest.mark.parametrize("body", ["payload=%7Bno", "payload=1", "{no", "[]", ""])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", JSON])
def test_an_unsigned_body_is_not_even_parsed(send: Send, body: str, kind: str) -> None:
    odd = headers("something else", Content_Type=kind)

    assert refused(send(request(body, odd)))


def test_an_unsigned_body_cannot_exhaust_the_parser(send: Send) -> None:
    body = "payload=" + "[" * 100_000

    assert refused(send(request(body, headers())))


@pytest.mark.parametrize(
    "name",
    [
        "X-Slack-Bolt-Lazy-Only",
        "x-slack-bolt-lazy-only",
        "X-SLACK-BOLT-LAZY-FUNCTION-NAME",
    ],
)
def test_nobody_tells_bolt_to_skip_its_acknowledgement(send: Send, name: str) -> None:
    assert refused(send(request(BODY, {**headers(), name: "1"})))


def test_a_signed_action_that_nobody_handles_is_not_queued(send: Send) -> None:
    payload = PRESS.payload
    payload["actions"][0]["action_id"] = "rp.destroy"
    body = urlencode({"payload": json.dumps(payload)})

    told = send(request(body, headers(body)))

    assert (told["status"], told["queued"]) == (404, [])


def test_another_kind_of_content_is_not_taken(send: Send) -> None:
    assert send(request(BODY, headers(Content_Type="text/xml")))["status"] == 415


def test_a_press_is_acknowledged_without_boto3(send: Send) -> None:
    """Slack waits three seconds, and its import would be most of a cold start."""
    told = send(request(BODY, headers()))

    assert (told["status"], told["slow"]) == (200, [])
