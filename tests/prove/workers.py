"""Workers run, one at a time or one in the middle of another, and some die."""

from collections.abc import Callable
from datetime import datetime, timedelta

from chalice_app.errors import ReprieveError
from chalice_app.flows.inventory import receive_turn
from tests.fakes.journal import KilledError
from tests.fakes.world import World
from tests.prove.deliveries import Press, UnderWay
from tests.prove.faults import Fault, FaultyJournal
from tests.prove.heard import Heard
from tests.prove.lagging_keys import LaggingKeys
from tests.prove.orders import Drawing, Look, Order, Page

SECOND = timedelta(seconds=1)


class Workers(World):
    """A world whose journal can fail at any call."""

    journal: FaultyJournal
    keys: LaggingKeys

    def __init__(self) -> None:
        super().__init__()
        self.log = Heard()
        self.journal = FaultyJournal(now=lambda: self.now)
        self.keys = LaggingKeys(lambda: self.now, page_size=1)
        self.tools = self._tools()
        self.under_way = UnderWay()
        self.story: list[str] = []
        self.lagged = 0
        self.redelivered = 0
        self.swept_at = self.now  # when a sweep went well
        self.received: dict[str, datetime] = {}  # when each press came first
        # By a submitted review: the cases that were chosen, and the calls.
        self.chosen: dict[str, tuple[set[str], set[str]]] = {}
        self.workers: list[str] = [""]  # the press that each worker has carried out

    def tell(self, line: str) -> None:
        self.story.append(f"{self.now:%H:%M:%S}  {line}")

    def run(self, work: Callable[[], object], press: str = "") -> bool:
        """Let one worker run; tell if it ended well."""
        self.now += SECOND
        before, self.journal.worker = self.journal.worker, len(self.workers)
        self.workers.append(press)
        self.received.setdefault(press, self.now)
        self.journal.meanwhile = self._meanwhile
        said = self._outcome(work)
        self.journal.armed = None
        self._took_orders()
        self.lagged += self.chat.history is not None
        self.journal.worker, self.chat.history = before, None
        met, self.journal.met = self.journal.met, []
        for line in filter(None, (*met, said)):
            self.tell(f"    {line}")
        return not said

    def hand_over_page(self, which: int, *, again: bool = False) -> None:
        page = self.under_way.pages[which % len(self.under_way.pages)]
        what = f"page {page.turn.page}" if page.turn else "the wish for all keys"
        self.tell(f"SQS hands {what} to inventory (try {page.tries + 1})")
        self.redelivered += page.tries > 0
        record = page.record(self.now)
        done = self.run(lambda: receive_turn(record, self.tools))
        if (done and not again) or page.given_up:
            self.under_way.pages.remove(page)

    def unseen(self) -> int:
        """Count what may hide a message from the worker that looks for it."""
        return self.lagged + sum(Fault.OVERTAKEN in it for it in self.story)

    def faults(self) -> int:
        """Count the calls that anything went wrong at."""
        return sum(any(fault in it for fault in Fault) for it in self.story)

    def _outcome(self, work: Callable[[], object]) -> str:
        try:
            with self.log.listening():
                work()
        except KilledError:
            return "it dies"
        except ReprieveError as error:
            return f"it fails: {type(error).__name__} {error}"
        return ""

    def _took_orders(self) -> None:
        """Put what the worker has ordered into the queue."""
        for case_id, looks, seconds in self.looks.ordered:
            due = self.now + timedelta(seconds=seconds)
            self.under_way.queue.append(Look(case_id, looks, due))
        for digest, turn, seconds in self.looks.drawings:
            due = self.now + timedelta(seconds=seconds)
            self.under_way.queue.append(Drawing(digest, turn, due))
        for restore, step, seconds in self.looks.restores:
            due = self.now + timedelta(seconds=seconds)
            self.under_way.queue.append(Order(restore, step, due))
        self.looks.restores.clear()
        self.looks.ordered.clear()
        self.under_way.pages += map(Page, self.turns.ordered)
        self.turns.ordered.clear()
        self.looks.drawings.clear()

    def sweeps(self) -> bool:
        self.tell("EventBridge's schedule calls the sweep")
        done = self.run(self._sweep)
        self.swept_at = self.now if done else self.swept_at
        return done

    def _sweep(self) -> None:
        error = self.sweep()
        if error:
            raise error

    def _meanwhile(self) -> None:
        """Let another worker run through in the middle of this one."""


def asked_by(message: object) -> str:
    """Name the press that a message carries out, if any."""
    if isinstance(message, Order):
        return message.restore
    return message.pressed.id if isinstance(message, Press) else ""
