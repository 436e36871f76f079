"""Requests that are cut, swollen or wrapped wrongly are refused."""

import base64
import json
from urllib.parse import quote_plus, urlencode

import pytest

from chalice_app.adapters.signatures import SlackSignatures
from chalice_app.errors import NotFromSlackError
from chalice_app.flows.read_press import read_press
from infra.sandbox.slack.signature import sign
from tests.fakes.places import NOON
from tests.fakes.presses import SECRET, queued
from tests.functions.conftest import Send
from tests.functions.test_slack_door import BODY, PRESS, headers, refused, request

MOST = 10 * 1024 * 1024  # what API Gateway lets through
AT = str(int(NOON.timestamp()))


@pytest.mark.parametrize("length", [0, 1, 100, len(BODY) - 1])
def test_a_body_that_was_cut_on_its_way_is_refused(send: Send, length: int) -> None:
    assert refused(send(request(BODY[:length], headers())))


def test_the_largest_body_that_api_gateway_lets_through_is_refused(send: Send) -> None:
    assert refused(send(request("payload=" + "x" * (MOST - 8), headers())))


def test_a_header_without_end_is_refused(send: Send) -> None:
    assert refused(send(request(BODY, headers(X_Slack_Signature="v0=" + "0" * 9000))))


def test_a_body_that_only_claims_to_be_base64_is_refused(send: Send) -> None:
    text = base64.b64encode(b"payload=%7B%7D").decode()

    claimed = {**request(text, headers()), "isBase64Encoded": True}

    assert refused(send(claimed))


def test_base64_that_nobody_unwraps_is_refused(send: Send) -> None:
    wrapped = {**request(BODY.encode(), headers()), "isBase64Encoded": False}

    assert refused(send(wrapped))


def test_a_signed_press_with_huge_fields_never_fails_the_queue_in_silence(
    send: Send,
) -> None:
    """SQS takes a megabyte at most; whoever pressed must see that it failed."""
    payload = {**PRESS.payload, "user": {"id": "U" * 1_100_000}}
    body = urlencode({"payload": json.dumps(payload)})

    told = send(request(body, headers(body)))

    assert (told["status"] >= 400, told["queued"]) == (True, [])


def test_of_two_payloads_nobody_chooses() -> None:
    other = json.dumps({**PRESS.payload, "type": "view_submission"})
    body = f"{BODY}&payload={quote_plus(other)}"
    sealed = {
        "body": body,
        "timestamp": AT,
        "signature": sign(SECRET, AT, body.encode()),
    }

    with pytest.raises(NotFromSlackError):
        read_press(
            queued(sealed, "m1", NOON, NOON, 1), SlackSignatures(lambda _at: [SECRET])
        )
