"""The inventory: once a day all keys of the account and Region, page by page."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from chalice_app.domain.key_page import KeyPage, Tally

# Longer than the queue tries a page: five times, 30 minutes apart.
STALLS_AFTER = timedelta(hours=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What people have yet to hear of an inventory: the keys that it found disabled."""

    number: int
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """`first`: what is disabled was so before anybody looked, and opens no case."""

    number: int
    revision: int = 1
    region: str
    begun_at: datetime
    seen_at: datetime  # when it last went on
    first: bool
    page: int = 0
    marker: str | None = None
    tally: Tally = field(default_factory=Tally)
    finished: int = 0  # the number of the last one that came to its end
    untold: Summary | None = None
    hidden_told: int = 0

    @property
    def goes_on(self) -> bool:
        return self.finished < self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The order to read one page of one inventory."""

    inventory: int
    page: int


def begun(
    before: Inventory | None, now: datetime, region: str, *, first: bool
) -> Inventory:
    """Begin an inventory; what is still to be told stays."""
    if before is None:
        return Inventory(
            number=1, region=region, begun_at=now, seen_at=now, first=first
        )
    return replace(
        before,
        number=before.number + 1,
        revision=before.revision + 1,
        begun_at=now,
        seen_at=now,
        first=first,
        page=0,
        marker=None,
        tally=Tally(),
    )


def is_due(before: Inventory | None, now: datetime) -> bool:
    """Tell if an inventory has to begin: each day has one."""
    if before is None:
        return True
    return not before.goes_on and before.begun_at.date() < now.date()


def is_stalled(inventory: Inventory | None, now: datetime) -> bool:
    """Tell if an inventory goes on, and has not for long: its next order was lost."""
    if inventory is None or not inventory.goes_on:
        return False
    return now - inventory.seen_at >= STALLS_AFTER


def taken_up(inventory: Inventory, now: datetime) -> Inventory:
    """Note that a stalled inventory goes on."""
    return replace(inventory, revision=inventory.revision + 1, seen_at=now)


def begun_anew(inventory: Inventory) -> Inventory:
    """Begin at the first page, as a marker of KMS does not hold for ever."""
    now, first = inventory.begun_at, inventory.first
    again = begun(inventory, now, inventory.region, first=first)
    return replace(again, seen_at=inventory.seen_at)


def turned(inventory: Inventory, page: KeyPage, tally: Tally) -> Inventory:
    """Note a page that is done; after the last one the inventory is finished."""
    tally = inventory.tally.plus(tally)
    last = page.marker is None
    summary = Summary(number=inventory.number, tally=tally)
    told = summary if last and inventory.first and tally.disabled else inventory.untold
    return replace(
        inventory,
        revision=inventory.revision + 1,
        seen_at=page.read_at,
        page=inventory.page + 1,
        marker=page.marker,
        tally=tally,
        finished=inventory.number if last else inventory.finished,
        untold=told,
    )


def next_turn(inventory: Inventory) -> Turn:
    return Turn(inventory=inventory.number, page=inventory.page + 1)


def fits(turn: Turn, inventory: Inventory) -> bool:
    """Tell if this page is the next one, and not one that was read before."""
    return inventory.goes_on and turn == next_turn(inventory)
