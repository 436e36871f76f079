"""Story: the keys of one page are looked through, and what was missed gets a case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from chalice_app.domain.inventory import Inventory
from chalice_app.domain.key import KeyState
from chalice_app.domain.key_page import FoundKey, KeyPage, Tally
from chalice_app.domain.missed import Found, found_disabled
from chalice_app.flows.remember import remember
from chalice_app.ports import Tools

ONE = Tally(keys=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """`known`: the disabled keys that were known before there were inventories."""

    inventory: Inventory
    known: frozenset[str]
    tools: Tools


def take(page: KeyPage, inventory: Inventory, tools: Tools) -> Tally:
    """Open a case for each key that is in trouble and unannounced; count the page."""
    before = None if inventory.finished else tools.inventories.known_before()
    taker = Taker(inventory=inventory, known=before or frozenset(), tools=tools)
    tally = Tally()
    for found in page.keys:
        tally = tally.plus(_take(found, tally.opened, taker))
    return tally


def _take(found: FoundKey, opened: int, taker: Taker) -> Tally:
    if found.hidden:
        return Tally(keys=1, hidden=1, hidden_named=(found.arn,))
    state = found.reading.state
    if state in _BY_STATE:
        return _BY_STATE[state](found, opened, taker)
    if found.imported:
        taker.tools.inventories.note_material(found.key, found.reading.read_at)
    return ONE


def _open(found: FoundKey, opened: int, taker: Taker) -> Tally:
    """Open a case, unless the key has one, and have it shown.

    Slack takes one message a second, so each of a page waits for those before it.
    """
    tools = taker.tools
    case = tools.sweeping.find(found.key, found.reading)
    if case is None:
        return ONE
    tools.looks.order(case.id, 0, opened)
    remember(case, tools)
    return Tally(keys=1, opened=1)


def _disabled(found: FoundKey, opened: int, taker: Taker) -> Tally:
    inventory, memory = taker.inventory, taker.tools.inventories
    seen = 0 if found.key.id in taker.known else memory.disabled_in(found.key)
    last = taker.tools.sweeping.last(found.key)
    so = found_disabled(last, seen, inventory)
    if so is Found.ALERTED:
        return ONE
    if so is Found.MISSED:
        return _open(found, opened, taker)
    memory.note_disabled(found.key, inventory.number, found.reading.read_at)
    return Tally(keys=1, disabled=1, disabled_named=(found.arn,))


def _without_material(found: FoundKey, opened: int, taker: Taker) -> Tally:
    """Tell a key whose material is gone from one that has never had any."""
    had = taker.tools.inventories.had_material(found.key)
    return _open(found, opened, taker) if had else ONE


_BY_STATE: Mapping[KeyState | None, Callable[[FoundKey, int, Taker], Tally]] = (
    MappingProxyType(
        {
            KeyState.PENDING_DELETION: _open,
            KeyState.PENDING_REPLICA_DELETION: _open,
            KeyState.DISABLED: _disabled,
            KeyState.PENDING_IMPORT: _without_material,
            KeyState.GONE: lambda *_: ONE,
        }
    )
)
