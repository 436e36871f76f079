"""A KMS key as DescribeKey tells of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class KeyState(StrEnum):
    """KMS's own names; GONE stands for its NotFoundException."""

    ENABLED = "Enabled"
    DISABLED = "Disabled"
    PENDING_DELETION = "PendingDeletion"
    PENDING_REPLICA_DELETION = "PendingReplicaDeletion"
    PENDING_IMPORT = "PendingImport"
    UNAVAILABLE = "Unavailable"
    CREATING = "Creating"
    UPDATING = "Updating"
    GONE = "NotFound"


DYING = frozenset({KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyReading:
    """What KMS answered when asked; `state` is None where it gave no state."""

    read_at: datetime
    state: KeyState | None = None
    deletion_date: datetime | None = None  # KMS: "not before"; up to 24 hours later
    aliases: tuple[str, ...] | None = None  # None: could not be listed
    refusal: str | None = None  # KMS's error code where it gave no state
    passing: bool = False  # the refusal is of the moment: ask again
