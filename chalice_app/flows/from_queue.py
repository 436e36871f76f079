"""Story: the queue hands over a press, or an order to look at a key again."""

import json
from collections.abc import Mapping
from typing import Any

from chalice_app.flows.measure import counted
from chalice_app.flows.press import receive_press
from chalice_app.flows.second_look import look_again
from chalice_app.ports import Tools


def receive_message(record: Mapping[str, Any], tools: Tools) -> None:
    """Carry out one message; what is no order has to be a press that Slack signed."""
    order = _order(record["body"])
    with counted(tools):
        if order:
            look_again(record, order, tools)
        else:
            receive_press(record, tools)


def _order(body: str) -> Mapping[str, Any] | None:
    try:
        order = json.loads(body)
    except ValueError:
        return None
    fits = isinstance(order, dict) and order.keys() == {"look", "looks"}
    return order if fits and isinstance(order["looks"], int) else None
