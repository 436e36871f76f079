"""A key that is found disabled, though no event has announced it."""

from enum import Enum, auto

from chalice_app.domain.case import Case
from chalice_app.domain.inventory import Inventory
from chalice_app.domain.phase import Phase, is_over, phase_of


class Found(Enum):
    ALERTED = auto()  # its case is open
    KNOWN = auto()  # it was disabled before
    MISSED = auto()  # it was not, and nobody has heard of it


def found_disabled(last: Case | None, seen: int | None, inventory: Inventory) -> Found:
    """Say if a disabled key is news; `seen`: the inventory that last found it so.

    A key whose last case was resolved was enabled since. What was disabled before
    Reprieve came is nobody's news.
    """
    if last and not is_over(last):
        return Found.ALERTED
    if last and phase_of(last) is Phase.RESOLVED:
        return Found.MISSED
    known = seen is not None and seen >= inventory.finished
    return Found.KNOWN if known or inventory.first else Found.MISSED
