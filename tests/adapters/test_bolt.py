"""Presses of the local Slack, through the Bolt app, into the queue or a modal."""

import json

import pytest

from chalice_app.domain.quiet import Saying
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.presses import Press, press
from tests.fakes.bolt_door import Door

REASON = {"reason": {"text": "It still holds payroll"}}


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


def test_a_choice_is_queued_and_a_choice_taken_back_is_not(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    value = f"0123456789:1:{Saying.SNOOZE_3D}"
    nothing = {"actions": [{"selected_option": None}]}
    wanted = Press(
        ts=ts, action_id="rp.snooze", user=acme.ADA, choice=value, changes=nothing
    )
    taken_back = press(slack.store, slack._courier, wanted, slack.url)
    assert taken_back.accepted
    assert door.queued() == []

    assert slack.choose(ts, "rp.snooze", value).accepted

    (body,) = door.queued()
    assert "snooze_3d" in json.loads(body)["body"]


def test_a_link_is_acknowledged_and_nothing_more(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    assert slack.press(ts, "rp.console").accepted
    assert door.queued() == []


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
