"""A press goes to the app, and the person is told what became of it."""

import pytest

from infra.sandbox.page.channel import Channel, told
from infra.sandbox.page.said import BadWishError
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.records import Delivery
from tests.infra.sandbox.slack.app_double import AppDouble


def test_a_press_reaches_the_app_in_the_name_of_the_one_who_is_chosen(
    slack: LocalSlack, app: AppDouble, ts: str
) -> None:
    wish = {"ts": ts, "action_id": "rp.go", "as": acme.STRANGER}

    assert Channel(slack).press(wish).ok
    assert app.payloads[0]["user"]["id"] == acme.STRANGER


@pytest.mark.parametrize("action", ["rp.gone", "rp.go"])
def test_what_is_not_shown_cannot_be_pressed(
    slack: LocalSlack, app: AppDouble, ts: str, action: str
) -> None:
    of = ts if action == "rp.gone" else "1.0"
    said = Channel(slack).press({"ts": of, "action_id": action, "as": acme.ADA})

    assert (said.ok, said.said) == (
        False,
        "The message does not show that button any more.",
    )
    assert app.payloads == []


@pytest.mark.parametrize("user", ["ada", "U0NOBODY", ""])
def test_only_people_of_the_workspace_press(
    slack: LocalSlack, ts: str, user: str
) -> None:
    with pytest.raises(BadWishError, match="'as' must be"):
        Channel(slack).press({"ts": ts, "action_id": "rp.go", "as": user})


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (Delivery(kind="raw", sent=True, status=500), "did not take it: HTTP 500."),
        (Delivery(kind="raw", sent=True, failure="TimeoutError"), ": TimeoutError."),
        (Delivery(kind="raw", sent=True, status=200, late=True), "Press once more."),
    ],
)
def test_what_slack_would_not_accept_is_not_called_done(
    sent: Delivery, sentence: str
) -> None:
    assert not told(sent).ok
    assert told(sent).said.endswith(sentence)
