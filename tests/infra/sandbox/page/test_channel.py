"""A press, a submission and a leaving, and what the person is told of each."""

import json
from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from infra.sandbox.page.channel import Channel, told
from infra.sandbox.page.said import BadWishError
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.records import Delivery
from infra.sandbox.slack.serving import served
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import actions, input_block, modal, text_input

NOT_JSON = "{"


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack() as running:
        yield running


@pytest.fixture
def app(slack: LocalSlack) -> Iterator[AppDouble]:
    double = AppDouble(slack.store.clock)
    with served(double.server()) as url:
        slack.events_url = f"{url}slack/events"
        yield double


@pytest.fixture
def client(slack: LocalSlack) -> WebClient:
    return WebClient(token=acme.REPRIEVE_APP.token, base_url=slack.api_url)


@pytest.fixture
def ts(client: WebClient) -> str:
    posted = client.chat_postMessage(
        channel=acme.CHANNEL, text="news", blocks=[actions()]
    )
    return str(posted["ts"])


@pytest.fixture
def view(slack: LocalSlack, client: WebClient, app: AppDouble) -> str:
    """Open a modal that wants a reason of five characters, for Ada."""
    assert app.payloads == []
    asked = modal(input_block(text_input(min_length=5)))
    trigger = slack.store.new_trigger(acme.ADA)
    return str(client.views_open(trigger_id=trigger, view=asked)["view"]["id"])


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


def test_what_is_filled_in_wrongly_is_marked_and_not_sent(
    slack: LocalSlack, app: AppDouble, view: str
) -> None:
    wish = {"view": view, "as": acme.ADA, "values": {"reason": "no"}}

    assert not Channel(slack).submit(wish).ok
    assert slack.views(acme.ADA)[0].errors["reason"].startswith("Please use at least 5")
    assert app.payloads == []


@pytest.mark.parametrize(
    "answer",
    [
        NOT_JSON,
        json.dumps({"response_action": "errors", "errors": {"reason": "Say more."}}),
    ],
)
def test_what_the_app_wants_corrected_stays_open(
    slack: LocalSlack, app: AppDouble, view: str, answer: str
) -> None:
    app.answer = lambda _payload: answer
    wish = {"view": view, "as": acme.ADA, "values": {"reason": "In use"}}

    assert not Channel(slack).submit(wish).ok
    [left] = slack.views(acme.ADA)
    assert left.errors or left.trouble


def test_what_is_filled_in_rightly_is_sent_and_closed(
    slack: LocalSlack, app: AppDouble, view: str
) -> None:
    wish = {"view": view, "as": acme.ADA, "values": {"reason": "In use"}}

    assert Channel(slack).submit(wish).ok
    assert slack.views(acme.ADA) == ()
    [sent] = app.payloads
    assert sent["view"]["state"]["values"]["reason"]["v"]["value"] == "In use"
    again = Channel(slack).submit(wish)
    assert (again.ok, again.said) == (False, "That dialog is not open any more.")


def test_an_input_that_the_dialog_does_not_have_is_refused(
    slack: LocalSlack, view: str
) -> None:
    wish = {"view": view, "as": acme.ADA, "values": {"other": "x"}}
    with pytest.raises(BadWishError, match="no input"):
        Channel(slack).submit(wish)


def test_a_dialog_is_left_by_the_one_who_has_it(slack: LocalSlack, view: str) -> None:
    channel = Channel(slack)

    assert not channel.close({"view": view, "as": acme.BO}).ok
    assert channel.close({"view": view, "as": acme.ADA}).ok
    assert slack.views(acme.ADA) == ()
