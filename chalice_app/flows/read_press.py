"""Read what `slack` put on the queue: check Slack's signature again, then the press."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

from chalice_app.domain.press import Press
from chalice_app.errors import NotFromSlackError
from chalice_app.ports import Signatures
from chalice_app.views.asked import asked_in

Json = Mapping[str, Any]


def read_press(record: Json, signatures: Signatures) -> Press:
    """Verify and read one SQS record; raise NotFromSlackError.

    The queue is a door, too. The time of the signature is compared with the time when
    SQS took the message, so that waiting in the queue is no fault.
    """
    try:
        sealed, facts = json.loads(record["body"]), record["attributes"]
        sent_at = _moment(facts["SentTimestamp"])
        body, timestamp = str(sealed["body"]), str(sealed["timestamp"])
        if not signatures.verify(body, timestamp, str(sealed["signature"]), sent_at):
            raise NotFromSlackError("the signature does not fit")
        [only] = parse_qs(body, strict_parsing=True)["payload"]
        payload = json.loads(only)
        pressed_at = datetime.fromtimestamp(int(timestamp), UTC)
        return _press(payload, record["messageId"], facts, pressed_at)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        # Their texts quote what people wrote, and Lambda logs the whole chain.
        raise NotFromSlackError(f"not a press: {type(error).__name__}") from None


def _press(payload: Json, press_id: str, facts: Json, pressed_at: datetime) -> Press:
    asked = asked_in(payload)
    case_id, version = asked.value.split(":")
    modal = "view" in payload
    return Press(
        id=press_id,
        user=payload["user"]["id"],
        team=payload["user"].get("team_id"),
        case_id=case_id,
        version=int(version),
        act=asked.act,
        channel=None if modal else payload["channel"]["id"],
        message_ts=None if modal else payload.get("container", {}).get("message_ts"),
        reason=asked.reason,
        response_url=None if modal else payload.get("response_url"),
        dialog=asked.dialog,
        form=asked.form,
        pressed_at=pressed_at,
        queued_at=_moment(facts["SentTimestamp"]),
        received_at=_moment(facts["ApproximateFirstReceiveTimestamp"]),
        attempt=int(facts["ApproximateReceiveCount"]),
    )


def _moment(milliseconds: str) -> datetime:
    return datetime.fromtimestamp(int(milliseconds) / 1000, UTC)
