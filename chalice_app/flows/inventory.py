"""Story: once a day all keys are read, page by page, each by an order of its own.

The table says how far an inventory is, so an order that comes twice is read once. Where
an order was lost, the hourly sweep takes the inventory up again.
"""

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from chalice_app.domain.inventory import (
    Inventory,
    Turn,
    begun,
    begun_anew,
    fits,
    is_due,
    is_stalled,
    next_turn,
    taken_up,
    turned,
)
from chalice_app.domain.metric import Metric
from chalice_app.flows.measure import count_some
from chalice_app.flows.take_keys import take
from chalice_app.flows.tell_inventory import tell_inventory
from chalice_app.ports import Tools

log = logging.getLogger(__name__)
# What an operator puts on the queue to have all keys looked at now.
BEGIN = {"begin": "now"}


def begin_if_due(now: datetime, region: str, tools: Tools) -> None:
    """Begin the day's inventory, or take one up that has stopped."""
    before = tools.inventories.get()
    if before and is_stalled(before, now):
        _go_on(taken_up(before, now), tools)
    elif is_due(before, now):
        _begin(before, now, region, tools)


def receive_turn(record: Mapping[str, Any], tools: Tools) -> None:
    """Read one page, and order the next; after the last one tell what was found.

    Raises TryAgainError and ChatRefusedError, after which the queue delivers again.
    """
    order, inventory = json.loads(record["body"]), tools.inventories.get()
    if order == BEGIN:
        sent = int(record["attributes"]["SentTimestamp"]) // 1000
        now = datetime.fromtimestamp(sent, UTC)
        _begin(inventory, now, record["awsRegion"], tools)
        return
    turn = Turn(inventory=int(order["inventory"]), page=int(order["page"]))
    if inventory and fits(turn, inventory):
        _turn(inventory, tools)
    tell_inventory(tools)


def _begin(before: Inventory | None, now: datetime, region: str, tools: Tools) -> None:
    """Begin one; what is left of another that still goes on is dropped."""
    if before is None:
        first = tools.inventories.known_before() is None
    else:
        first = before.first and not before.finished
    _go_on(begun(before, now, region, first=first), tools)


def _turn(inventory: Inventory, tools: Tools) -> None:
    page = tools.pages.page(inventory.region, inventory.marker)
    if page is None:
        log.warning("inventory %d begins anew: its marker is old", inventory.number)
        _go_on(begun_anew(inventory), tools)
        return
    _go_on(turned(inventory, page, take(page, inventory, tools)), tools)


def _go_on(inventory: Inventory, tools: Tools) -> None:
    """Note how far it is, and then order the next page.

    Of two workers that were given the same page, one goes on.
    """
    if not tools.inventories.put(inventory):
        return
    log.info("%s", _progress(inventory))
    if inventory.goes_on:
        tools.turns.order(next_turn(inventory))
    else:
        count_some(Metric.KEYS_HIDDEN, inventory.tally.hidden, tools)


def _progress(inventory: Inventory) -> str:
    tally = inventory.tally
    how = "goes on" if inventory.goes_on else "is finished"
    return (
        f"inventory {inventory.number} {how}: {inventory.page} pages, "
        f"{tally.keys} keys, {tally.opened} alerts opened, "
        f"{tally.disabled} disabled without an alert, {tally.hidden} not readable"
    )
