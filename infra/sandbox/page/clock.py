"""The page's clock: hours and days pass, and what is due in them happens."""

from collections.abc import Callable
from datetime import timedelta

from infra.sandbox.aws.clock import iso
from infra.sandbox.page.said import Act, BadWishError, Said, Wish, whole
from infra.sandbox.time_travel import Travelled

_MOST = 365 * 24


def clock(travel: Callable[[timedelta], Travelled]) -> Act:
    def jump(wish: Wish) -> Said:
        hours = whole(wish, "hours")
        if not 1 <= hours <= _MOST:
            raise BadWishError(f"'hours' must be between 1 and {_MOST}.")
        told = travel(timedelta(hours=hours))
        if told.failed:
            when = ", ".join(map(iso, told.failed))
            return Said(ok=False, said=f"These sweeps failed on the way: {when}.")
        return Said(ok=True, said=f"In the local AWS it is now {iso(told.now)}.")

    return jump
