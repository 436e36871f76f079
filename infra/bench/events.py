"""The events that Lambda would get: news, a press, and a message of the queue."""

import json
from dataclasses import dataclass
from urllib.parse import urlencode

from infra.bench.ground import Ground
from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.aws.shapes import ACCOUNT, REGION, Json
from infra.sandbox.slack import acme
from infra.sandbox.slack.payloads import block_actions
from infra.sandbox.slack.presses import buttons
from infra.sandbox.slack.records import Message
from infra.sandbox.slack.signature import signed_headers

BUTTON = "rp.cancel_enable"
QUEUE = f"reprieve-{STAGE}-actions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A key that is scheduled for deletion, and the news of it."""

    key: str
    news: Json


def trouble(ground: Ground) -> Trouble:
    kms = ground.client("kms")
    key = kms.create_key(Description="Bench")["KeyMetadata"]["KeyId"]
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    return Trouble(key=key, news=ground.news(key))


def press(ground: Ground, key: str) -> Json:
    """Press a button of a key's alert, as API Gateway hands it to Lambda."""
    store = ground.slack.store
    [alert] = (it for it in store.messages.values() if _is_alert(it, key))
    [button] = (it for it in buttons(alert.shown.blocks) if it["action_id"] == BUTTON)
    payload = block_actions(store, alert, button, acme.ADA, ground.slack.url)
    return _request(urlencode({"payload": json.dumps(payload)}), store.clock())


def _is_alert(message: Message, key: str) -> bool:
    return message.thread_ts is None and key in repr(message.shown)


def queued_press(ground: Ground) -> Json:
    """Take the next press out of the queue, as the mapping hands it to Lambda."""
    message = ground.message(QUEUE, holding="signature")
    record = {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": message["Attributes"],
        "eventSource": "aws:sqs",
        "eventSourceARN": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{QUEUE}",
        "awsRegion": REGION,
    }
    return {"Records": [record]}


def _request(body: str, now: float) -> Json:
    headers = signed_headers(
        acme.REPRIEVE_APP.signing_secret, str(int(now)), body.encode()
    )
    return {
        "resource": "/slack/events",
        "path": "/slack/events",
        "httpMethod": "POST",
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "stageVariables": None,
        "requestContext": {"resourcePath": "/slack/events", "httpMethod": "POST"},
        "body": body,
        "isBase64Encoded": False,
    }
