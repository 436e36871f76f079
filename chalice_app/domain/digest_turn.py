"""Whose turn it is to speak of a storm: one worker's, for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from chalice_app.domain.digest import Digest

# Longer than a Lambda lives (30 s).
LASTS = timedelta(seconds=45)
# An order that is so late was never sent, or is lost.
LATE = timedelta(minutes=1)
# How many seconds a storm gathers before its digest is drawn.
GATHERS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """`number`: of the order that is carried out; `now`: the table's time."""

    number: int
    digest: Digest
    now: datetime
