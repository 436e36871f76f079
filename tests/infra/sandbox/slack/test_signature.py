"""Signing as Slack's own documentation shows it."""

from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.signature import SignatureVerifier

from infra.sandbox.slack.signature import sign

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TIMESTAMP = "1531420618"
BODY = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
    b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
    b"&user_name=roadrunner&command=%2Fwebhook-collect&text="
    b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
    b"%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"


def test_the_documented_request_has_the_documented_signature() -> None:
    assert sign(SECRET, TIMESTAMP, BODY) == SIGNATURE


@given(st.uuids().map(str), st.integers(min_value=0), st.text())
def test_any_body_is_signed_as_slacks_sdk_signs_it(
    secret: str, timestamp: int, body: str
) -> None:
    raw = body.encode(errors="replace")
    expected = SignatureVerifier(secret).generate_signature(
        timestamp=str(timestamp), body=raw
    )

    assert sign(secret, str(timestamp), raw) == expected
