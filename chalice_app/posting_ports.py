"""What the stories need of the table for whatever has one message of its own."""

from datetime import datetime
from typing import Protocol

from chalice_app.domain.case_parts import Place
from chalice_app.domain.digest import Digest, Member
from chalice_app.domain.digest_turn import Turn
from chalice_app.domain.drill import Drill, DrillNews
from chalice_app.domain.posting import PostRight
from chalice_app.domain.press import Press
from chalice_app.domain.reminder import Reminder, Sent
from chalice_app.domain.report import Report
from chalice_app.domain.watcher.batch import Batch
from chalice_app.domain.watcher.change import Change
from chalice_app.domain.watcher.outage import Outage, Watch


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


class Digests(Posting, Protocol):
    def get(self, digest_id: str) -> Digest | None: ...

    def members(self, digest_id: str) -> tuple[Member, ...]:
        """Give all cases of a digest, each as it is now."""

    def mark(self, digest_id: str, seconds: int) -> int | None:
        """Mark as due; give the number of the order, if it is to be sent."""

    def take(self, digest_id: str, turn: int) -> Turn | None:
        """Begin the work of an order; None if a younger one has been given."""

    def keep(self, digest: Digest, turn: int) -> None:
        """Keep what Slack has; raise BeingShownError if another took over."""

    def close(self, digest: Digest) -> None:
        """Let no more cases in: what comes is counted anew."""

    def settle(self, digest_id: str, turn: int) -> None:
        """Note that Slack has it all, unless somebody has marked it since."""

    def release(self, digest_id: str, turn: int) -> None: ...


class Reminders(Posting, Protocol):
    def now(self, case_id: str) -> datetime:
        """Tell the table's time, by which holds and leases are judged."""

    def begin(self, reminder: Reminder, *, checked: bool) -> Sent:
        """Keep a reminder with the table's time, once."""

    def get(self, reminder_id: str) -> Sent | None: ...

    def notified(self, reminder_id: str) -> None: ...


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
