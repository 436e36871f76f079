"""Changes of one principal within half an hour: they have one message."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from chalice_app.domain.case_parts import Place
from chalice_app.domain.watcher.change import Change

_SPAN = 1800  # seconds
MOST = 100  # a deploy makes some thirty changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """`said` are the kinds of parts that the channel has heard of as silenced."""

    id: str
    began_at: datetime  # the table's, in whole seconds
    changes: tuple[Change, ...] = ()
    full: bool = False  # there were more changes than are kept
    place: Place | None = None
    shown: int = 0  # the revision that Slack has
    revision: int = 0
    said: tuple[str, ...] = ()

    @property
    def silences(self) -> tuple[str, ...]:
        """Name the kinds of parts that work no more, each once, in order."""
        return tuple(dict.fromkeys(filter(None, (it.silences for it in self.changes))))

    @property
    def unsaid(self) -> tuple[str, ...]:
        return tuple(it for it in self.silences if it not in self.said)


def batch_id(change: Change) -> str:
    """Name the batch that a change falls into.

    Who changes things around the full half hour has two: so no worker has to ask which
    batch is open.
    """
    window = int(change.at.timestamp()) // _SPAN
    return f"watch-{sha256(f'{change.principal} {window}'.encode()).hexdigest()[:24]}"


def joined(batch: Batch, change: Change) -> Batch:
    """Put a change into its batch, once; what silences goes before upkeep."""
    if any(it.id == change.id for it in batch.changes):
        return batch
    changes = _kept([*batch.changes, change])
    full = batch.full or len(changes) <= len(batch.changes)
    return replace(batch, changes=changes, full=full, revision=batch.revision + 1)


def _kept(changes: Iterable[Change]) -> tuple[Change, ...]:
    ordered = sorted(changes, key=lambda it: (not it.silences, it.at, it.id))
    return tuple(ordered[:MOST])
