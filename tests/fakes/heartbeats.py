"""Heartbeats as EventBridge's schedule and the topic bring them."""

import json
from datetime import datetime, timedelta
from typing import Any

from infra.sandbox.aws.shapes import ACCOUNT, REGION
from tests.fakes.news import written
from tests.fakes.places import NOON, TOPIC

RULE = f"arn:aws:events:{REGION}:{ACCOUNT}:rule/reprieve-dev-Heartbeat-ABC"


def heartbeat(**changes: Any) -> dict[str, Any]:
    """Make the event that a schedule sends to its targets."""
    return {
        "version": "0",
        "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": ACCOUNT,
        "time": written(NOON),
        "region": REGION,
        "resources": [RULE],
        "detail": {},
        **changes,
    }


def heartbeat_note(event: Any = None, *, at: datetime = NOON) -> dict[str, str]:
    """Wrap a heartbeat as the rule and SNS do."""
    told = {"news": "heartbeat", "event": heartbeat() if event is None else event}
    return {
        "MessageId": "sns-heartbeat",
        "TopicArn": TOPIC,
        "Timestamp": (at + timedelta(seconds=0.25)).isoformat(),
        "Message": json.dumps(told),
    }
