"""Dead letters in the shapes that EventBridge, SNS, Lambda and SQS give them."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from infra.dead_letters.letter import (
    Letter,
    Raw,
    read_event_letter,
    read_press_letter,
)
from infra.envelope import envelope
from tests.fakes.news import record
from tests.fakes.presses import Pressed

TOPIC = "arn:aws:sns:eu-west-1:111122223333:reprieve-dev-news"
EVENT: Mapping[str, Any] = envelope(record("ScheduleKeyDeletion"))
NOTE = {
    "Type": "Notification",
    "MessageId": "note-1",
    "TopicArn": TOPIC,
    "Message": json.dumps(EVENT),
    "Timestamp": "2026-03-02T08:14:12.000Z",
    "SignatureVersion": "1",
}
SNS_EVENT = {"Records": [{"EventSource": "aws:sns", "Sns": NOTE}]}
SCHEDULED = {"detail-type": "Scheduled Event", "source": "aws.events", "detail": {}}


def failed(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Make the record that Lambda leaves after its tries are used up."""
    return {
        "version": "1.0",
        "requestContext": {"condition": "RetriesExhausted"},
        "requestPayload": payload,
        "responseContext": {"statusCode": 200, "functionError": "Unhandled"},
        "responsePayload": {
            "errorType": "ChatSilentError",
            "errorMessage": "chat.postMessage",
        },
    }


def raw(document: object, **attributes: str) -> Raw:
    return Raw(
        id="letter-1",
        body=document if isinstance(document, str) else json.dumps(document),
        sent_at=datetime(2026, 3, 2, 8, 15, tzinfo=UTC),
        queue_url="https://sqs.example/q",
        attributes=attributes,
    )


def news_letter(document: object, **attributes: str) -> Letter:
    return read_event_letter(raw(document, **attributes), TOPIC)


def press_letter(button: str = "rp.cancel_enable") -> Letter:
    pressed = Pressed(button=button, value="0123456789:3")
    return read_press_letter(raw(pressed.record()["body"]))
