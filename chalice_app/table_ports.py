"""What the stories need of the table, as they would ask for it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol

from chalice_app.domain.before import Before
from chalice_app.domain.case import Case, Place, Unreadable
from chalice_app.domain.drill import Drill, DrillNews
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.ledger import Entry
from chalice_app.domain.posting import PostRight
from chalice_app.domain.press import Press
from chalice_app.domain.reminder import Reminder, Sent
from chalice_app.domain.subject import Subject


class Sweeping(Protocol):
    def due(self) -> Iterator[Case]:
        """Give every case that may need to be looked at, as it is now."""

    def close(self, case_id: str) -> None:
        """Look at a case no more if it is done, and nobody has written since."""

    def find(self, key: Subject, reading: KeyReading) -> Case | None:
        """Open a case that no event has announced; None if the key has an open one."""

    def known(self) -> frozenset[str] | None:
        """Give the keys that were disabled at the last sweep; None before the first."""

    def know(self, disabled: frozenset[str]) -> None: ...


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
    """The right to post the one message of a case, or of a drill."""

    def claim_post(self, item_id: str) -> PostRight:
        """Take the right to post; raise BeingShownError while another holds it."""

    def give_back(self, item_id: str, right: PostRight) -> None:
        """End the right to post, after a post that Slack has surely not taken."""

    def placed(self, item_id: str, place: Place) -> Place:
        """Keep where the message is; give the place that was first."""


class Drills(Posting, Protocol):
    def begin(self, news: DrillNews) -> Drill:
        """Keep a drill with the table's time, once."""

    def get(self, drill_id: str) -> Drill | None: ...

    def pressed(self, press: Press) -> Drill | None:
        """Keep a press with the table's time, if it is the drill's first."""


class Reminders(Posting, Protocol):
    def now(self, case_id: str) -> datetime:
        """Tell the table's time, by which holds and leases are judged."""

    def begin(self, reminder: Reminder, *, checked: bool) -> Sent:
        """Keep a reminder with the table's time, once."""

    def get(self, reminder_id: str) -> Sent | None: ...

    def notified(self, reminder_id: str) -> None: ...


class Rights(Posting, Protocol):
    def misplaced(self, case_id: str, place: Place) -> None:
        """Forget a place whose message is gone."""

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
