"""The lasting record of a press: what was asked, what KMS did, what was proved."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalice_app.domain.press import Press


class Kind(StrEnum):
    ASKED = "asked"
    PROVED = "proved"
    FAILED = "failed"
    SAID = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger.

    `done` names the consequences already carried out; of ASKED, the calls asked of KMS.
    """

    press_id: str
    kind: Kind
    at: datetime
    user: str
    act: str
    reason: str | None = None
    state: str | None = None  # the key's state that proves it, or its first half
    error: str | None = None  # KMS's error code, of what it refused to do
    done: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        return entry_id(self.press_id, self.kind)


def entry_id(press_id: str, kind: Kind) -> str:
    return f"{press_id}.{kind}"


def entry_of(press: Press, kind: Kind) -> Entry:
    """Write down a press as it came in."""
    return Entry(
        press_id=press.id,
        kind=kind,
        at=press.received_at,
        user=press.user,
        act=press.act,
        reason=press.reason,
    )
