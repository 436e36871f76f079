"""How many keys in how short a time are a storm."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class StormRule:
    """More keys than so many within so long are a storm."""

    more_than: int = 3
    within: timedelta = timedelta(minutes=10)


USUAL = StormRule()
