"""Drills as the bus, the topic and Slack bring them."""

import json
from datetime import datetime, timedelta
from typing import Any

from chalice_app.domain.drill import DETAIL_TYPE, SOURCE
from infra.sandbox.aws.shapes import ACCOUNT, REGION
from tests.fakes.news import written
from tests.fakes.places import NOON, TOPIC

ID = "0f0e0d0c-0b0a-4908-8706-050403020100"


def drill_event(**changes: Any) -> dict[str, Any]:
    """Make the event of a drill as EventBridge hands it over."""
    return {
        "version": "0",
        "id": ID,
        "detail-type": DETAIL_TYPE,
        "source": SOURCE,
        "account": ACCOUNT,
        "time": written(NOON),
        "region": REGION,
        "resources": [],
        "detail": {"stage": "dev"},
        **changes,
    }


def drill_note(event: Any = None, *, at: datetime = NOON) -> dict[str, str]:
    """Wrap a drill as the rule and SNS do."""
    told = {"news": "drill", "event": drill_event() if event is None else event}
    return {
        "MessageId": "sns-drill",
        "TopicArn": TOPIC,
        "Timestamp": (at + timedelta(seconds=0.25)).isoformat(),
        "Message": json.dumps(told),
    }
