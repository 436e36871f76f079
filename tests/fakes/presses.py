"""What SQS hands to `actions`: presses as Slack signs them."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import urlencode

from chalice_app.domain.inventory import Turn
from chalice_app.views.buttons import MODAL_ID, REASON_BLOCK, REASON_FIELD
from infra.sandbox.slack import acme
from infra.sandbox.slack.signature import sign
from tests.fakes.places import NOON, QUEUE

SECRET = acme.REPRIEVE_APP.signing_secret
MODAL = "rp.cancel"
MENU = "rp.snooze"
_NUMBERS = count(1)


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """Somebody's press on a button; on "rp.cancel" it is the submitted modal."""

    button: str
    value: str
    user: str = acme.ADA
    team: str | None = acme.HOME
    channel: str = acme.CHANNEL
    on: str | None = None  # the ts of the message, where it is told
    reason: str = "It still holds payroll"
    at: datetime = NOON + timedelta(minutes=1)
    received: timedelta = timedelta(seconds=1)
    id: str = field(default_factory=lambda: f"press-{next(_NUMBERS)}")

    @property
    def payload(self) -> dict[str, Any]:
        user = {"id": self.user, "team_id": self.team}
        return {
            "user": user,
            **(self._modal() if self.button == MODAL else self._click()),
        }

    @property
    def url(self) -> str:
        return f"https://hooks.slack.com/actions/T/1/{self.id}"

    def record(self, attempt: int = 1) -> dict[str, Any]:
        body = urlencode({"payload": json.dumps(self.payload)})
        timestamp = str(int(self.at.timestamp()))
        sealed = {
            "body": body,
            "timestamp": timestamp,
            "signature": sign(SECRET, timestamp, body.encode()),
        }
        return queued(sealed, self.id, self.at, self.at + self.received, attempt)

    def _click(self) -> dict[str, Any]:
        return {
            "type": "block_actions",
            "channel": {"id": self.channel},
            **({"container": {"message_ts": self.on}} if self.on else {}),
            "response_url": self.url,
            "trigger_id": f"1.{self.id}",
            "actions": [{"action_id": self.button, **self._carried()}],
        }

    def _carried(self) -> dict[str, Any]:
        option = {"selected_option": {"value": self.value}}
        return option if self.button == MENU else {"value": self.value}

    def _modal(self) -> dict[str, Any]:
        field_state = {REASON_FIELD: {"type": "plain_text_input", "value": self.reason}}
        view = {
            "callback_id": MODAL_ID,
            "private_metadata": self.value,
            "state": {"values": {REASON_BLOCK: field_state}},
        }
        return {"type": "view_submission", "view": view}


def ordered(case_id: str, looks: int, attempt: int = 1) -> dict[str, Any]:
    """Make the message of an ordered look, as PressQueue.order puts it in."""
    order = {"look": case_id, "looks": looks}
    return queued(order, f"look-{next(_NUMBERS)}", NOON, NOON, attempt)


def turn_of(turn: Turn) -> dict[str, Any]:
    """Make the message that has a page read, as InventoryQueue.order puts it in."""
    order = {"inventory": turn.inventory, "page": turn.page}
    return queued(order, f"page-{next(_NUMBERS)}", NOON, NOON, 1)


def queued(
    sealed: object, message_id: str, sent: datetime, got: datetime, attempt: int
) -> dict[str, Any]:
    return {
        "messageId": message_id,
        "receiptHandle": f"receipt-{attempt}",
        "eventSourceARN": QUEUE,
        "awsRegion": QUEUE.split(":")[3],
        "body": json.dumps(sealed),
        "attributes": {
            "SentTimestamp": _milliseconds(sent),
            "ApproximateFirstReceiveTimestamp": _milliseconds(got),
            "ApproximateReceiveCount": str(attempt),
        },
    }


def _milliseconds(at: datetime) -> str:
    return str(int(at.timestamp() * 1000))
