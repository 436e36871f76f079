"""A KMS key as DescribeKey tells of it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
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


# KMS is eventually consistent: so young a reading may tell of the time before.
SETTLES_IN = timedelta(minutes=5)

DYING = frozenset({KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyReading:
    """What KMS answered when asked; `state` is None where it gave no state."""

    read_at: datetime
    state: KeyState | None = None
    deletion_date: datetime | None = None  # KMS: "not before"; up to 24 hours later
    aliases: tuple[str, ...] | None = None  # None: could not be listed
    refusal: str | None = None  # KMS's error code; beside a state: when asked later
    passing: bool = False  # the refusal is of the moment: ask again

    def settled(self, since: datetime) -> bool:
        """Tell if KMS has had the time to show what happened then."""
        return self.read_at - since >= SETTLES_IN

    def after(self, before: "KeyReading | None") -> "KeyReading":
        """Keep the younger of two readings; a refusal undoes nothing that is known.

        A refusal of the moment tells nothing, a lasting one is noted beside the state.
        Names stay known where they could not be listed: a dead key has none to list.
        """
        if before is None:
            return self
        if self.read_at < before.read_at or (self.passing and before.state):
            return before
        if before.state and self.state is None:
            return replace(before, refusal=self.refusal)
        names = before.aliases if self.aliases is None else self.aliases
        return replace(self, aliases=names)
