"""Who may post the one message of a case: a lease that ends by itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

# Longer than a Lambda lives (30 s), shorter than the pause before it is tried again.
POST_LASTS = timedelta(seconds=45)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLease:
    """`attempt` counts the claims on this case's message."""

    attempt: int
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRight:
    """The right to post; `look_first`: whoever had it died, and may have posted."""

    attempt: int
    look_first: bool


def claim(lease: PostLease | None, now: datetime) -> PostRight | None:
    """Say what a worker may do for a case that has no message; None: it has to wait."""
    if lease is None:
        return PostRight(attempt=1, look_first=False)
    if now < lease.until:
        return None
    return PostRight(attempt=lease.attempt + 1, look_first=True)
