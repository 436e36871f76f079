"""A press reaches the app as Slack would send it."""

import pytest
from slack_sdk import WebClient

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.presses import NoSuchButtonError
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.conftest import Clock
from tests.infra.sandbox.slack.pieces import (
    actions,
    button,
    choice,
    menu,
    modal,
    plain,
)


@pytest.mark.parametrize("action_id", ["rp.console", "rp.beside"])
def test_links_and_buttons_beside_text_are_sent_too(
    slack: LocalSlack, app: AppDouble, ts: str, action_id: str
) -> None:
    assert slack.press(ts, action_id).accepted
    assert app.payloads[0]["actions"][0]["action_id"] == action_id


def test_the_delivery_is_recorded(slack: LocalSlack, app: AppDouble, ts: str) -> None:
    app.answer = lambda _payload: "thanks"
    delivery = slack.press(ts, "rp.go")

    assert slack.deliveries() == (delivery,)
    assert delivery.status == 200
    assert delivery.body == "thanks"
    assert not delivery.late
    assert 0 <= delivery.milliseconds < 3000
    assert delivery.payload == app.payloads[0]


def test_a_button_that_is_gone_cannot_be_pressed(
    slack: LocalSlack, client: WebClient, app: AppDouble, ts: str
) -> None:
    client.chat_update(channel=acme.CHANNEL, ts=ts, text="resolved")

    with pytest.raises(NoSuchButtonError, match="it shows none"):
        slack.press(ts, "rp.go")
    assert app.payloads == []


def test_a_dialog_that_is_not_accepted_sends_nothing(
    slack: LocalSlack, app: AppDouble, ts: str
) -> None:
    delivery = slack.press(ts, "rp.sure", confirm=False)

    assert not delivery.sent
    assert delivery.dialog is not None
    assert delivery.dialog["title"]["text"] == "words"
    assert app.payloads == []


def test_an_accepted_dialog_is_reported(
    slack: LocalSlack, app: AppDouble, ts: str
) -> None:
    assert slack.press(ts, "rp.sure").dialog is not None
    assert slack.press(ts, "rp.go").dialog is None
    assert len(app.payloads) == 2


def test_the_trigger_of_a_press_opens_a_modal(
    slack: LocalSlack, client: WebClient, app: AppDouble, ts: str
) -> None:
    slack.press(ts, "rp.go", user=acme.BO)
    client.views_open(trigger_id=app.payloads[0]["trigger_id"], view=modal())

    assert len(slack.views(acme.BO)) == 1


def test_raw_bytes_go_out_as_they_are(
    slack: LocalSlack, app: AppDouble, ts: str
) -> None:
    once = slack.press(ts, "rp.go")
    again = slack.send(once.raw_body, once.headers)
    forged = slack.send(once.raw_body + b"x", once.headers)
    broken = slack.send(b"\xff\xfe", {})

    assert (again.status, forged.status, broken.status) == (200, 401, 401)
    assert app.payloads[0] == app.payloads[1]
    assert len(app.payloads) == 2


def test_the_signature_carries_the_time_of_the_clock(
    slack: LocalSlack, app: AppDouble, clock: Clock, ts: str
) -> None:
    clock.now -= 301

    assert slack.press(ts, "rp.go").status == 401
    assert app.payloads == []


def test_an_app_that_does_not_listen_is_a_failure(slack: LocalSlack, ts: str) -> None:
    slack.events_url = "http://127.0.0.1:9/slack/events"
    delivery = slack.press(ts, "rp.go")

    assert delivery.status is None
    assert delivery.failure == "ConnectionRefusedError"
    assert not delivery.accepted


@pytest.fixture
def chosen_from(client: WebClient) -> str:
    """Post a menu of two, and give the message's ts."""
    options = [choice("Sooner", "a:1"), choice("Later", "a:2")]
    row = actions(button(), menu(options=options), block_id="row")
    told = client.chat_postMessage(channel=acme.CHANNEL, text="x", blocks=[row])
    return str(told["ts"])


def test_a_choice_is_sent_as_slack_sends_it(
    slack: LocalSlack, app: AppDouble, chosen_from: str
) -> None:
    assert slack.choose(chosen_from, "rp.menu", "a:2").accepted

    payload = app.payloads[0]
    action = payload["actions"][0]
    later = {"text": {**plain("Later"), "emoji": True}, "value": "a:2"}
    assert float(action.pop("action_ts")) > 0
    assert action == {
        "type": "static_select",
        "action_id": "rp.menu",
        "block_id": "row",
        "placeholder": {**plain("Choose"), "emoji": True},
        "selected_option": later,
    }
    chosen = {"type": "static_select", "selected_option": later}
    assert payload["state"]["values"] == {"row": {"rp.menu": chosen}}


@pytest.mark.parametrize(("menu_id", "value"), [("rp.menu", "a:3"), ("rp.go", "a:1")])
def test_what_no_menu_offers_cannot_be_chosen(
    slack: LocalSlack, app: AppDouble, chosen_from: str, menu_id: str, value: str
) -> None:
    with pytest.raises(NoSuchButtonError, match="has no option"):
        slack.choose(chosen_from, menu_id, value)
    assert app.payloads == []
