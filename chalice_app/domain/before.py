"""How a key was set up when its case opened: what a later change is compared with."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """A part that KMS refused to show has the error code beside it."""

    read_at: datetime
    policy: str | None = None  # the JSON text, as KMS gives it
    policy_refusal: str | None = None
    grants: tuple[str, ...] = ()  # the JSON text of each
    more_grants: bool = False  # KMS has more of them than are kept here
    grants_refusal: str | None = None
    aliases: tuple[str, ...] | None = None  # None: could not be listed
