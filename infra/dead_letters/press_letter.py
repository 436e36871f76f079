"""Reads a press for an operator: who asked for what; no signature and no address."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

from chalice_app.views.buttons import REASON_BLOCK, REASON_FIELD

# What reading something that is no press can raise.
_NO_PRESS = (
    *(AttributeError, LookupError, TypeError, ValueError),
    *(OSError, OverflowError, RecursionError),
)


def press_in(sealed: Mapping[str, Any]) -> Mapping[str, str]:
    """Give the facts of a press as it lies on the queue; nothing if it is none."""
    try:
        payload = json.loads(parse_qs(sealed["body"])["payload"][0])
        at = datetime.fromtimestamp(int(sealed["timestamp"]), UTC).isoformat()
        facts = {"user": payload["user"]["id"], "pressed_at": at, **_asked(payload)}
    except _NO_PRESS:
        return {}
    return {name: str(value) for name, value in facts.items()}


def _asked(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    if payload["type"] == "view_submission":
        view = payload["view"]
        reason = view["state"]["values"][REASON_BLOCK][REASON_FIELD]["value"]
        return {"asked": view["callback_id"], "case": view["private_metadata"]} | {
            "reason": reason
        }
    action = payload["actions"][0]
    return {"asked": action["action_id"], "case": action.get("value")}
