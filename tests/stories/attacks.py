"""Presses as somebody would send them who has a responder's client, or our queue."""

import json
import time
from urllib.parse import urlencode

from infra.sandbox.scene import Scene
from infra.sandbox.slack import acme
from infra.sandbox.slack.payloads import block_actions, changed
from infra.sandbox.slack.presses import buttons
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.signature import sign, signed_headers
from tests.stories.trouble import Trouble

SECRET = acme.REPRIEVE_APP.signing_secret


def press_of_ada(
    scene: Scene, trouble: Trouble, changes: JsonObject | None = None
) -> bytes:
    """Give what Slack would send if a responder pressed the strongest button."""
    slack = scene.world.slack
    message = slack.message(trouble.alert.ts)
    [button] = [
        one
        for one in buttons(message.shown.blocks)
        if one["action_id"] == "rp.cancel_enable"
    ]
    payload = block_actions(slack.store, message, button, acme.ADA, slack.url)
    laid = changed(payload, changes or {})
    return urlencode({"payload": json.dumps(laid)}).encode()


def signed(body: bytes, secret: str = SECRET) -> tuple[bytes, dict[str, str]]:
    return body, signed_headers(secret, str(int(time.time())), body)


def sealed(body: bytes, *, age: float = 0, secret: str = SECRET) -> dict[str, str]:
    """Make what lies on the queue, as `slack` would have put it there."""
    timestamp = str(int(time.time() - age))
    signature = sign(secret, timestamp, body)
    return {"body": body.decode(), "timestamp": timestamp, "signature": signature}


def lay_on_queue(scene: Scene, message: object) -> None:
    queues = scene.world.aws.client("sqs")
    url = queues.get_queue_url(QueueName="reprieve-dev-actions")["QueueUrl"]
    queues.send_message(QueueUrl=url, MessageBody=json.dumps(message))
