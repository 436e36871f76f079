"""Keeps to two calls a second, CloudTrail's limit for LookupEvents."""

from collections.abc import Callable
from dataclasses import dataclass

_BETWEEN = 0.5


@dataclass(slots=True)
class Pace:
    """`now` and `sleep` count in seconds; the limit is an account's and a Region's."""

    now: Callable[[], float]
    sleep: Callable[[float], object]
    free_at: float = 0.0

    def keep(self) -> None:
        """Wait until the next call may be made."""
        pause = self.free_at - self.now()
        if pause > 0:
            self.sleep(pause)
        self.free_at = self.now() + _BETWEEN
