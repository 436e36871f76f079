"""Slack's signature, with the example that Slack documents."""

from datetime import UTC, datetime, timedelta

import pytest

from chalice_app.adapters.signatures import SlackSignatures

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TIMESTAMP = "1531420618"
BODY = (
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
    "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
    "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
    "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
SIGNED_AT = datetime.fromtimestamp(int(TIMESTAMP), UTC)

signatures = SlackSignatures(lambda _at: [SECRET])


@pytest.mark.parametrize("seconds", [-300, 0, 300])
def test_slacks_own_example_fits_within_five_minutes(seconds: int) -> None:
    at = SIGNED_AT + timedelta(seconds=seconds)

    assert signatures.verify(BODY, TIMESTAMP, SIGNATURE, at)


@pytest.mark.parametrize("seconds", [-301, 301])
def test_it_does_not_fit_later_or_earlier(seconds: int) -> None:
    at = SIGNED_AT + timedelta(seconds=seconds)

    assert not signatures.verify(BODY, TIMESTAMP, SIGNATURE, at)


@pytest.mark.parametrize(
    ("body", "timestamp", "signature"),
    [
        (BODY + " ", TIMESTAMP, SIGNATURE),
        (BODY, str(int(TIMESTAMP) + 1), SIGNATURE),
        (BODY, TIMESTAMP, SIGNATURE[:-1] + "4"),
        (BODY, TIMESTAMP, SIGNATURE.upper()),
        (BODY, TIMESTAMP, ""),
        (BODY, TIMESTAMP, SIGNATURE + "é"),
        (BODY, "", SIGNATURE),
        (BODY, "soon", SIGNATURE),
        (BODY, "-" + TIMESTAMP, SIGNATURE),
        (BODY, "１５３１４２０６１８", SIGNATURE),  # noqa: RUF001  digits, not ASCII
        (BODY, "9" * 5000, SIGNATURE),
    ],
)
def test_nothing_else_fits(body: str, timestamp: str, signature: str) -> None:
    assert not signatures.verify(body, timestamp, signature, SIGNED_AT)


def test_another_secret_does_not_fit() -> None:
    other = SlackSignatures(lambda _at: [SECRET[::-1]])

    assert not other.verify(BODY, TIMESTAMP, SIGNATURE, SIGNED_AT)
