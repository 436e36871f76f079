"""What the stories need of the table, as they would ask for it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol

from chalice_app.domain.before import Before
from chalice_app.domain.case import Case, Place, Unreadable
from chalice_app.domain.drill import Drill, DrillNews
from chalice_app.domain.inventory import Inventory
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.ledger import Entry
from chalice_app.domain.posting import PostRight
from chalice_app.domain.press import Press
from chalice_app.domain.report import Report
from chalice_app.domain.subject import Subject
from chalice_app.domain.watcher.batch import Batch
from chalice_app.domain.watcher.change import Change
from chalice_app.domain.watcher.outage import Outage, Watch


class Sweeping(Protocol):
    def due(self) -> Iterator[Case]:
        """Give every case that may need to be looked at, as it is now."""

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


class Posting(Protocol):
    """The right to post the one message of a case, of a drill, or of a report."""

    def claim_post(self, item_id: str) -> PostRight:
        """Take the right to post; raise BeingShownError while another holds it."""

    def give_back(self, item_id: str, right: PostRight) -> None:
        """End the right to post, after a post that Slack has surely not taken."""

    def placed(self, item_id: str, place: Place) -> Place:
        """Keep where the message is; give the place that was first."""

    def misplaced(self, item_id: str, place: Place) -> None:
        """Forget a place whose message is gone."""


class Drills(Posting, Protocol):
    def begin(self, news: DrillNews) -> Drill:
        """Keep a drill with the table's time, once."""

    def get(self, drill_id: str) -> Drill | None: ...

    def pressed(self, press: Press) -> Drill | None:
        """Keep a press with the table's time, if it is the drill's first."""


class Reports(Posting, Protocol):
    def begin(self, report_id: str) -> Report:
        """Keep a report with the table's time, once; give it as it is now."""

    def noticed(self, report_id: str) -> None:
        """Note that the e-mail was sent."""


class Changes(Posting, Protocol):
    def add(self, change: Change) -> Batch:
        """Put a change into its batch, once."""

    def get(self, batch: str) -> Batch | None: ...

    def shown(self, batch: Batch) -> None:
        """Note that Slack has this revision of a batch."""


class Outages(Posting, Protocol):
    def watch(self) -> Watch:
        """Give what the last sweep has seen of Reprieve itself."""

    def keep(self, before: Watch, after: Watch) -> None:
        """Keep what is new, if nobody else has."""

    def begin(self, outage: Outage) -> None: ...

    def place(self, outage: str) -> Place | None:
        """Tell where the message of an outage is."""


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
