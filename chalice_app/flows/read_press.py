"""Read what `slack` put on the queue: check Slack's signature again, then the press."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

from chalice_app.domain.press import Press
from chalice_app.domain.remedy import Remedy
from chalice_app.errors import NotFromSlackError
from chalice_app.ports import Signatures
from chalice_app.views.buttons import (
    BY_ID,
    MODAL_ID,
    REASON_BLOCK,
    REASON_FIELD,
    Leads,
)

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
    modal = payload["type"] == "view_submission"
    act, value, reason = _submitted(payload) if modal else _clicked(payload)
    case_id, version = value.split(":")
    return Press(
        id=press_id,
        user=payload["user"]["id"],
        team=payload["user"].get("team_id"),
        case_id=case_id,
        version=int(version),
        act=act,
        channel=None if modal else payload["channel"]["id"],
        message_ts=None if modal else payload.get("container", {}).get("message_ts"),
        reason=reason,
        response_url=None if modal else payload.get("response_url"),
        pressed_at=pressed_at,
        queued_at=_moment(facts["SentTimestamp"]),
        received_at=_moment(facts["ApproximateFirstReceiveTimestamp"]),
        attempt=int(facts["ApproximateReceiveCount"]),
    )


def _clicked(payload: Json) -> tuple[str, str, None]:
    action = payload["actions"][0]
    button = BY_ID[action["action_id"]]
    if not button.acts or button.leads is not Leads.QUEUE:
        raise ValueError("a link is not an act, and what opens a modal is none yet")
    if button.act:
        return button.act, action["value"], None
    value, _, act = action["selected_option"]["value"].rpartition(":")
    if act not in button.choices:
        raise ValueError("the menu has no such choice")
    return act, value, None


def _submitted(payload: Json) -> tuple[str, str, str]:
    view = payload["view"]
    if view["callback_id"] != MODAL_ID:
        raise ValueError("an unknown modal")
    reason = view["state"]["values"][REASON_BLOCK][REASON_FIELD]["value"]
    return Remedy.CANCEL_DELETION, view["private_metadata"], reason


def _moment(milliseconds: str) -> datetime:
    return datetime.fromtimestamp(int(milliseconds) / 1000, UTC)
