"""Whoever is not Slack gets 401, and nothing happens."""

import json
import time
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

import pytest

from infra.sandbox.evidence import log_lines
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import Scene
from infra.sandbox.slack import acme
from infra.sandbox.slack.payloads import block_actions
from infra.sandbox.slack.presses import buttons
from infra.sandbox.slack.signature import signed_headers
from tests.stories.trouble import Trouble, assert_untouched, next_word_to, scheduled

SECRET = acme.REPRIEVE_APP.signing_secret
LAZY = {"X-Slack-Bolt-Lazy-Only": "1", "X-Slack-Bolt-Lazy-Function-Name": "hand_on"}
Request = tuple[bytes, dict[str, str]]


def signed(body: bytes, *, age: float = 0, secret: str = SECRET) -> Request:
    return body, signed_headers(secret, str(int(time.time() - age)), body)


def unsigned(body: bytes) -> Request:
    return body, {"Content-Type": "application/x-www-form-urlencoded"}


def without_signature(body: bytes) -> Request:
    _, headers = signed(body)
    del headers["X-Slack-Signature"]
    return body, headers


def changed_afterwards(body: bytes) -> Request:
    _, headers = signed(body.replace(b"cancel_enable", b"cancel_delete"))
    return body, headers


def timed(timestamp: str) -> Callable[[bytes], Request]:
    return lambda body: (body, signed_headers(SECRET, timestamp, body))


def lazy(body: bytes) -> Request:
    _, headers = signed(body)
    return body, {**headers, **LAZY}


FORGERIES: Mapping[str, Callable[[bytes], Request]] = {
    "unsigned": unsigned,
    "with a time and no signature": without_signature,
    "signed with another secret": lambda body: signed(body, secret="guessed"),
    "changed after it was signed": changed_afterwards,
    "six minutes old": lambda body: signed(body, age=360),
    "six minutes early": lambda body: signed(body, age=-360),
    "timed by a word": timed("soon"),
    "timed by a sign that only looks like a digit": timed("²"),
    "timed by nothing": timed(""),
    "timed before time": timed("-1"),
    "timed by a number without end": timed("9" * 5000),
    "unsigned and no JSON": lambda _body: unsigned(b"payload={"),
    "asking Bolt to be lazy": lazy,
    "not UTF-8": lambda body: signed(body + b"&x=\xff\xfe"),
}


def body_of_ada(scene: Scene, trouble: Trouble) -> bytes:
    """Give what Slack would send if a responder pressed the strongest button."""
    slack = scene.world.slack
    message = slack.message(trouble.alert.ts)
    [button] = [
        one
        for one in buttons(message.shown.blocks)
        if one["action_id"] == "rp.cancel_enable"
    ]
    payload = block_actions(slack.store, message, button, acme.ADA, slack.url)
    return urlencode({"payload": json.dumps(payload)}).encode()


def press_of_eve(scene: Scene, trouble: Trouble) -> None:
    """Wait for the answer to a true press that came later: the queue was worked off."""
    slack = scene.world.slack
    next_word_to(
        scene,
        trouble,
        acme.EVE,
        lambda: slack.press(trouble.alert.ts, "rp.looking", user=acme.EVE),
    )


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_request_that_slack_did_not_sign_is_refused_and_does_nothing(
    forgery: str, scene: Scene, dying: Trouble
) -> None:
    body, headers = FORGERIES[forgery](body_of_ada(scene, dying))
    told = scene.outside.channel().answers_to(acme.ADA)

    answer = scene.world.slack.send(body, headers)
    press_of_eve(scene, dying)

    assert answer.status == 401
    assert scene.outside.channel().answers_to(acme.ADA) == told
    assert_untouched(scene, dying)


def test_the_same_body_is_taken_when_slack_signs_it(scene: Scene) -> None:
    """Shows that the forgeries fail for what is forged and for nothing else."""
    trouble, slack = scheduled(scene, "alias/prod/genuine"), scene.world.slack
    request = signed(body_of_ada(scene, trouble))

    next_word_to(scene, trouble, acme.ADA, lambda: slack.send(*request))

    assert scene.outside.key_state(trouble.key.id) == "Enabled"


def test_a_press_laid_on_the_queue_past_slack_is_not_carried_out(
    scene: Scene, dying: Trouble
) -> None:
    body = body_of_ada(scene, dying).decode()
    forged = {"body": body, "timestamp": str(int(time.time())), "signature": "v0=00"}
    queues = scene.world.aws.client("sqs")
    url = queues.get_queue_url(QueueName="reprieve-dev-actions")["QueueUrl"]

    queues.send_message(QueueUrl=url, MessageBody=json.dumps(forged))

    refused = wait_for(
        lambda: [it for it in log_lines(scene.world.aws) if "NotFromSlack" in it],
        bool,
        PATIENCE,
    )
    assert refused
    assert_untouched(scene, dying)
