"""Presses of the local Slack, through the Bolt app, into the queue or a modal."""

import json
from collections.abc import Iterator

import pytest
from moto import mock_aws

from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.views.blocks import text
from chalice_app.views.buttons import BUTTONS, drawn
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.serving import served
from tests.fakes.bolt_door import WORDS, Door

REASON = {"reason": {"text": "It still holds payroll"}}


@pytest.fixture
def door(slack: LocalSlack) -> Iterator[Door]:
    with mock_aws():
        door = Door(slack)
        with served(door.server()) as url:
            slack.events_url = f"{url}slack/events"
            yield door


@pytest.fixture
def ts(chat: SlackChat) -> str:
    acts = [it.act for it in BUTTONS if it.act]
    buttons = drawn(acts, "0123456789:1", "https://example.com", WORDS)
    blocks = [
        {"type": "header", "text": text("Key deletion scheduled")},
        {"type": "actions", "elements": buttons},
    ]
    return chat.post({"text": "x", "blocks": blocks}, "0123456789").ts


@pytest.mark.parametrize("button", ["rp.cancel_enable", "rp.enable", "rp.looking"])
def test_a_press_is_queued_as_slack_signed_it(
    slack: LocalSlack, door: Door, ts: str, button: str
) -> None:
    pressed = slack.press(ts, button)

    assert pressed.accepted
    (body,) = door.queued()
    assert json.loads(body) == {
        "body": pressed.raw_body.decode(),
        "timestamp": pressed.headers["X-Slack-Request-Timestamp"],
        "signature": pressed.headers["X-Slack-Signature"],
    }


def test_cancelling_asks_for_a_reason_first(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    assert slack.press(ts, "rp.cancel").accepted
    assert door.queued() == []

    (view,) = slack.views(acme.ADA)
    assert "Key deletion scheduled" in str(view.view["blocks"][0])
    submitted = slack.submit(view.id, REASON)

    assert submitted.accepted
    assert slack.views(acme.ADA) == ()
    (body,) = door.queued()
    assert "view_submission" in json.loads(body)["body"]


def test_a_link_is_acknowledged_and_nothing_more(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    assert slack.press(ts, "rp.console").accepted
    assert door.queued() == []


def test_a_trigger_that_ran_out_is_answered(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    pressed = slack.press(ts, "rp.cancel", changes={"trigger_id": "1.2.gone"})

    assert pressed.accepted
    (line,) = slack.ephemerals(acme.ADA)
    assert line.text == WORDS.say("answer.asleep")
    assert door.queued() == []


def test_a_slack_that_cannot_be_reached_is_answered_too(
    slack: LocalSlack, ts: str
) -> None:
    with mock_aws():
        door = Door(slack, "http://127.0.0.1:9/api/")
        with served(door.server()) as url:
            slack.events_url = f"{url}slack/events"
            assert slack.press(ts, "rp.cancel").accepted

    assert slack.ephemerals(acme.ADA)[0].text == WORDS.say("answer.asleep")


def test_what_no_button_sends_is_not_queued(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    odd = {"actions": [{"action_id": "rp.destroy"}]}

    assert slack.press(ts, "rp.looking", changes=odd).status == 404
    assert door.queued() == []


def test_a_modal_that_is_not_ours_is_not_queued(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    slack.press(ts, "rp.cancel")
    (view,) = slack.views(acme.ADA)
    odd = {"view": {"callback_id": "rp.other.v1"}}

    assert slack.submit(view.id, REASON, changes=odd).status == 404
    assert door.queued() == []


def test_a_press_that_cannot_be_queued_is_seen_to_fail(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    door.sqs.delete_queue(QueueUrl=door.url)

    assert slack.press(ts, "rp.looking").status == 500
