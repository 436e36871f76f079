"""Story: the queue hands over a press, or an order to look at a key or draw a storm."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from chalice_app.flows.measure import counted
from chalice_app.flows.press import receive_press
from chalice_app.flows.restore_many import carry_on
from chalice_app.flows.second_look import look_again
from chalice_app.flows.show_digest import show_digest
from chalice_app.ports import Tools

Json = Mapping[str, Any]
Order = Callable[[Json, Json, Tools], None]

# By what each is about: that, and a number, is all that an order has.
ORDERS: Mapping[tuple[str, str], Order] = MappingProxyType(
    {
        ("look", "looks"): look_again,
        ("digest", "turn"): show_digest,
        ("restore", "step"): carry_on,
    }
)


def receive_message(record: Json, tools: Tools) -> None:
    """Carry out one message; what is no order has to be a press that Slack signed."""
    order, carry_out = _order(record["body"])
    with counted(tools):
        if carry_out:
            carry_out(record, order, tools)
        else:
            receive_press(record, tools)


def _order(body: str) -> tuple[Json, Order | None]:
    try:
        order = json.loads(body)
    except ValueError:
        return {}, None
    if not isinstance(order, dict):
        return {}, None
    for (about, number), carry_out in ORDERS.items():
        if order.keys() == {about, number} and isinstance(order[number], int):
            return order, carry_out
    return {}, None
