"""Follows a drill from hop to hop, by what alerts and actions have kept of it."""

import time
from collections.abc import Callable, Iterator

from chalice_app.adapters.drill_table import drill_key, read_drill
from chalice_app.adapters.table_values import plain, typed
from infra.operator.drill.hops import Hop, hops_of
from infra.operator.installation import Installation

Hops = tuple[Hop, ...]
Look = Callable[[], Hops]


def looking_for(here: Installation, drill_id: str, *, press: bool) -> Look:
    """Give a way to ask the table of cases, where a drill lies beside them."""
    client, key = here.session.client("dynamodb"), typed(drill_key(drill_id))
    table = here.settings.name("cases")

    def look() -> Hops:
        told = client.get_item(TableName=table, Key=key, ConsistentRead=True)
        drill = read_drill(plain(told["Item"])) if "Item" in told else None
        return hops_of(drill, press=press)

    return look


def follow(
    look: Look,
    seconds: float,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Hops]:
    """Give a look a second, until all have answered, or for so long none has any more.

    Every answer gives the next hop its whole time.
    """
    known, end = -1, 0.0
    while True:
        hops, now = look(), clock()
        answered = sum(it.at is not None for it in hops)
        if answered > known:
            known, end = answered, now + seconds
        yield hops
        if answered == len(hops) or now >= end:
            return
        sleep(min(1, end - now))
