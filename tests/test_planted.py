"""The search for what was planted finds it wherever it stands."""

import pytest

from infra.sandbox.slack import acme
from tests.planted import REASON, leaks

HARMLESS = "reprieve-dev-actions: NotFromSlackError: the signature does not fit"


@pytest.mark.parametrize(
    "told",
    [
        acme.REPRIEVE_APP.token,
        acme.REPRIEVE_APP.signing_secret,
        REASON,
        "v0=" + "0a" * 32,
        "https://hooks.slack.com/actions/T/1/x",
        "http://127.0.0.1:1/response/ab",
        "xoxb-1234",
        "'trigger_id': '123.45.ab'",
        "'response_url': 'https://x'",
        "mine",
    ],
)
def test_a_line_that_tells_too_much_is_found(told: str) -> None:
    line = f"reprieve-dev-actions: KeyError: {told!r} and more"

    assert leaks([HARMLESS, line], also=["mine"]) == [line]


def test_a_line_that_tells_no_more_than_it_should_is_not_found() -> None:
    assert leaks([HARMLESS, "v0=00", "response_url: 404"]) == []
