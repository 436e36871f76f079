"""One page of an inventory: the keys that it tells of, and what was made of them."""

from dataclasses import dataclass
from datetime import datetime

from chalice_app.domain.key import KeyReading
from chalice_app.domain.subject import Subject

NAMED_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundKey:
    """A key as a page tells of it; `hidden`: KMS does not let Reprieve read it."""

    key: Subject
    reading: KeyReading
    hidden: bool = False
    imported: bool = False  # its material is not made by KMS

    @property
    def arn(self) -> str:
        return self.key.arn or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPage:
    read_at: datetime
    keys: tuple[FoundKey, ...]
    marker: str | None  # None: this was the last page


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the pages had so far; of long lists the first names."""

    keys: int = 0
    opened: int = 0
    disabled: int = 0  # and without an alert of their own
    disabled_named: tuple[str, ...] = ()
    hidden: int = 0
    hidden_named: tuple[str, ...] = ()

    def plus(self, other: "Tally") -> "Tally":
        return Tally(
            keys=self.keys + other.keys,
            opened=self.opened + other.opened,
            disabled=self.disabled + other.disabled,
            disabled_named=_first(self.disabled_named, other.disabled_named),
            hidden=self.hidden + other.hidden,
            hidden_named=_first(self.hidden_named, other.hidden_named),
        )


def _first(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return (*some, *more)[:NAMED_MOST]
