"""response_url: who reads the answer, how often and how long."""

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.conftest import Clock
from tests.infra.sandbox.slack.pieces import actions


@pytest.fixture
def ts(client: WebClient) -> str:
    answer = client.chat_postMessage(
        channel=acme.CHANNEL, text="news", blocks=[actions()]
    )
    return str(answer["ts"])


@pytest.fixture
def hook(slack: LocalSlack, app: AppDouble, ts: str) -> WebhookClient:
    slack.press(ts, "rp.go", user=acme.EVE)
    return WebhookClient(app.payloads[0]["response_url"])


def test_an_answer_is_a_whisper_to_the_presser(
    slack: LocalSlack, hook: WebhookClient
) -> None:
    answer = hook.send(text="not you")

    assert (answer.status_code, answer.body) == (200, "ok")
    assert [line.text for line in slack.ephemerals(acme.EVE)] == ["not you"]


def test_replace_original_rewrites_the_pressed_message(
    slack: LocalSlack, hook: WebhookClient, ts: str
) -> None:
    hook.send(text="done", replace_original=True)

    assert slack.message(ts).shown.text == "done"
    assert slack.message(ts).shown.blocks == ()
    assert slack.ephemerals(acme.EVE) == ()


def test_the_sixth_answer_is_refused(slack: LocalSlack, hook: WebhookClient) -> None:
    statuses = [hook.send(text="x").status_code for _ in range(6)]

    assert statuses == [200] * 5 + [404]
    assert len(slack.ephemerals(acme.EVE)) == 5


@pytest.mark.parametrize(("seconds", "status"), [(1799, 200), (1802, 404)])
def test_answers_are_taken_for_thirty_minutes(
    hook: WebhookClient, clock: Clock, seconds: int, status: int
) -> None:
    clock.now += seconds

    assert hook.send(text="x").status_code == status


def test_a_wrong_answer_is_refused_with_its_reason(hook: WebhookClient) -> None:
    answer = hook.send(blocks=[{"type": "poll"}])

    assert "invalid_blocks" in answer.body


def test_an_answer_to_the_whole_channel_is_refused(
    slack: LocalSlack, hook: WebhookClient
) -> None:
    answer = hook.send(text="x", response_type="in_channel")

    assert "invalid_response_type" in answer.body
    assert len(slack.messages()) == 1


def test_an_address_that_was_never_given_answers_nobody(slack: LocalSlack) -> None:
    answer = WebhookClient(f"{slack.url}response/guess").send(text="x")

    assert answer.status_code == 404
