"""What the stories need of the table, as they would ask for it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol

from chalice_app.domain.before import Before
from chalice_app.domain.case import Case, Unreadable
from chalice_app.domain.inventory import Inventory
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.ledger import Entry
from chalice_app.domain.subject import Subject
from chalice_app.posting_ports import Posting


class Sweeping(Protocol):
    def due(self) -> Iterator[Case]:
        """Give every case that may need to be looked at, as it is now."""

    def due_digests(self) -> Iterator[str]:
        """Name every digest of which Slack may not have all."""

    def close(self, case_id: str) -> None:
        """Look at a case no more if it is done, and nobody has written since."""

    def find(self, key: Subject, reading: KeyReading) -> Case | None:
        """Open a case that no event has announced; None if the key has an open one."""

    def last(self, key: Subject) -> Case | None:
        """Give the open or last case of a key."""


class Inventories(Protocol):
    def get(self) -> Inventory | None: ...

    def put(self, inventory: Inventory) -> bool:
        """Keep it; False if somebody else has changed it since it was read."""

    def known_before(self) -> frozenset[str] | None:
        """Give the disabled keys that the sweep knew before there were inventories."""

    def disabled_in(self, key: Subject) -> int | None:
        """Give the number of the inventory that last found a key disabled."""

    def note_disabled(self, key: Subject, number: int, at: datetime) -> None: ...

    def had_material(self, key: Subject) -> bool:
        """Tell if an inventory has seen imported material in a key."""

    def note_material(self, key: Subject, at: datetime) -> None: ...


class Befores(Protocol):
    def keep(self, case_id: str, before: Before) -> None:
        """Keep how the key was set up, unless that is kept already."""

    def kept(self, case_id: str) -> Before | None: ...


class Cases(Protocol):
    def record(self, event: KeyEvent, *, ours: bool) -> Case | None:
        """Put an event into its case, once; None if it follows no open case."""

    def record_unreadable(self, found: Unreadable, delivery: str) -> Case: ...

    def get(self, case_id: str) -> Case | None: ...

    def change(self, case_id: str, how: Callable[[Case], Case]) -> Case:
        """Apply a pure change to the newest version."""


class Rights(Posting, Protocol):
    def shown(self, case_id: str, version: int) -> None: ...

    def lease(self, case_id: str, press_id: str) -> bool:
        """Take the right to act; False while another press holds it."""

    def release(self, case_id: str, press_id: str) -> None: ...


class Ledger(Protocol):
    def write(self, case_id: str, entry: Entry) -> Entry:
        """Add to the ledger, or find what an earlier delivery added."""

    def entry(self, case_id: str, entry_id: str) -> Entry | None: ...

    def untold(self, case_id: str, event: KeyEvent) -> bool:
        """Tell if the thread does not yet have this event's line."""

    def told(self, case_id: str, event: KeyEvent) -> None: ...

    def mark(self, case_id: str, entry: Entry, step: str) -> None:
        """Note that one consequence of an entry is done."""
