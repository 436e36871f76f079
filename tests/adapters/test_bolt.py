"""Presses of the local Slack, through the Bolt app, into the queue or a modal."""

import json
from collections.abc import Iterator

import boto3
import pytest
from moto import mock_aws
from slack_bolt.request import BoltRequest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from chalice_app.adapters.bolt import bolt
from chalice_app.adapters.queue import PressQueue
from chalice_app.adapters.secrets import Secrets
from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.views.blocks import text
from chalice_app.views.buttons import BUTTONS, drawn
from chalice_app.views.words import words_in
from infra.sandbox.aws.shapes import REGION
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.serving import served

ACCOUNT = "123456789012"  # moto's own
WORDS = words_in("en")
REASON = {"reason": {"text": "It still holds payroll"}}


class Door:
    """The Bolt app behind a server, and the queue behind the Bolt app."""

    def __init__(self, slack: LocalSlack, slack_api: str = "") -> None:
        session = boto3.Session(region_name=REGION)
        self.sqs = session.client("sqs")
        self.url = self.sqs.create_queue(QueueName="actions")["QueueUrl"]
        manager = session.client("secretsmanager")
        manager.create_secret(Name="slack-token", SecretString="xoxb-sandbox-token")
        manager.create_secret(
            Name="slack-signing-secret", SecretString="sandbox-signing-secret"
        )
        queue = PressQueue(self.sqs, ACCOUNT, "actions")
        secrets = Secrets(manager, str)
        self.app = bolt(slack_api or slack.api_url, secrets, queue, WORDS)

    async def events(self, request: Request) -> Response:
        body = (await request.body()).decode()
        asked = BoltRequest(body=body, headers=dict(request.headers))
        told = await run_in_threadpool(self.app.dispatch, asked)
        return Response(told.body, told.status, dict(told.first_headers()))

    def queued(self) -> list[str]:
        found = self.sqs.receive_message(QueueUrl=self.url, MaxNumberOfMessages=10)
        return [message["Body"] for message in found.get("Messages", [])]

    def server(self) -> Starlette:
        return Starlette(routes=[Route("/slack/events", self.events, methods=["POST"])])


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
