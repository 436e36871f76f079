"""What SNS hands to `alerts`: key events of one payroll key."""

import json
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from infra.sandbox.aws.shapes import ACCOUNT, REGION
from tests.fakes.places import KEY, NOON, TOPIC

ADA = f"arn:aws:iam::{ACCOUNT}:user/ada"
_NUMBERS = count(1)


def written(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def record(name: str, **changes: Any) -> dict[str, Any]:
    """Make the EventBridge event of a call that KMS took at noon."""
    at = changes.pop("at", NOON)
    key = changes.pop("key", KEY)
    account = key.split(":")[4]
    detail = {
        "eventSource": "kms.amazonaws.com",
        "eventName": name,
        "eventTime": written(at),
        "awsRegion": REGION,
        "eventID": changes.pop("id", f"event-{next(_NUMBERS)}"),
        "userIdentity": {"type": "IAMUser", "arn": ADA, "userName": "ada"},
        "sourceIPAddress": "198.51.100.17",
        "userAgent": "aws-cli/2.31.4",
        "requestParameters": {"keyId": key},
        "responseElements": {"keyId": key},
        "resources": [{"ARN": key, "type": "AWS::KMS::Key", "accountId": account}],
        "recipientAccountId": account,
        **changes,
    }
    return {
        "version": "0",
        "id": f"envelope-{next(_NUMBERS)}",
        "detail-type": "AWS API Call via CloudTrail",
        "source": "aws.kms",
        "account": account,
        "time": written(at),
        "region": REGION,
        "resources": [],
        "detail": detail,
    }


def refused(name: str, code: str = "AccessDenied", **changes: Any) -> dict[str, Any]:
    answer = {"errorCode": code, "errorMessage": "no", "responseElements": None}
    return record(name, **answer, **changes)


def note(event: object, *, at: datetime = NOON, message_id: str = "") -> dict[str, str]:
    """Wrap an event as SNS does; the same id stands for the same delivery."""
    news = event if isinstance(event, str) else {"news": "scheduled", "event": event}
    return {
        "MessageId": message_id or f"sns-{next(_NUMBERS)}",
        "TopicArn": TOPIC,
        "Timestamp": written(at + timedelta(seconds=2)),
        "Message": news if isinstance(news, str) else json.dumps(news),
    }
