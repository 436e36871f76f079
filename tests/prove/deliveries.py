"""What SNS and SQS have under way, and what they have given up."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from chalice_app.domain.inventory import Turn
from chalice_app.domain.press import ATTEMPTS
from chalice_app.flows.inventory import BEGIN
from tests.fakes.presses import Pressed, queued, turn_of

_ORDERS = count(1)
LAMBDA_TRIES = 3
VISIBLE_AGAIN = timedelta(seconds=180)


@dataclass
class News:
    """An event on its way to `alerts`; Lambda tries it three times."""

    event_id: str
    note: dict[str, str]
    tries: int = 0

    @property
    def given_up(self) -> bool:
        return self.tries >= LAMBDA_TRIES


@dataclass
class Press:
    """A press in the queue of `actions`; SQS hands it over five times."""

    pressed: Pressed
    visible_at: datetime
    moved_at: datetime | None = None  # when somebody moved it out of the dead letters
    tries: int = 0
    first_at: datetime | None = None

    def __str__(self) -> str:
        return f"press {self.pressed.id} of {self.pressed.user}"

    @property
    def given_up(self) -> bool:
        return self.tries >= ATTEMPTS

    def record(self, now: datetime) -> dict[str, Any]:
        self.tries += 1
        self.first_at = self.first_at or now
        waited = self.first_at - self.pressed.at
        record = replace(self.pressed, received=waited).record(self.tries)
        if self.moved_at:
            sent = str(int(self.moved_at.timestamp() * 1000))
            record["attributes"]["SentTimestamp"] = sent
        return record


@dataclass
class Look:
    """An ordered look in the same queue."""

    case_id: str
    looks: int
    visible_at: datetime
    tries: int = 0

    def __str__(self) -> str:
        return f"a look at {self.case_id}"

    @property
    def given_up(self) -> bool:
        return self.tries >= ATTEMPTS

    def record(self, now: datetime) -> dict[str, Any]:
        self.tries += 1
        order = {"look": self.case_id, "looks": self.looks}
        return queued(order, f"look-{self.case_id}", now, now, self.tries)


@dataclass
class Page:
    """An order to read a page, in the queue of `inventory`."""

    turn: Turn | None  # None: somebody wants an inventory now
    tries: int = 0

    @property
    def given_up(self) -> bool:
        return self.tries >= ATTEMPTS

    def record(self, now: datetime) -> dict[str, Any]:
        self.tries += 1
        return turn_of(self.turn) if self.turn else queued(BEGIN, "now", now, now, 1)


@dataclass
class Drawing:
    """An order to draw a digest, in the same queue."""

    digest: str
    turn: int
    visible_at: datetime
    tries: int = 0

    def __str__(self) -> str:
        return f"order {self.turn} to draw {self.digest}"

    @property
    def given_up(self) -> bool:
        return self.tries >= ATTEMPTS

    def record(self, now: datetime) -> dict[str, Any]:
        self.tries += 1
        order = {"digest": self.digest, "turn": self.turn}
        return queued(order, f"draw-{self.turn}", now, now, self.tries)


@dataclass
class Order:
    """An order to go on with a restore, in the same queue."""

    restore: str
    step: int
    visible_at: datetime
    tries: int = 0
    id: str = field(default_factory=lambda: f"order-{next(_ORDERS)}")

    def __str__(self) -> str:
        return f"step {self.step} of the restore {self.restore}"

    @property
    def given_up(self) -> bool:
        return self.tries >= ATTEMPTS

    def record(self, now: datetime) -> dict[str, Any]:
        self.tries += 1
        order = {"restore": self.restore, "step": self.step}
        return queued(order, self.id, now, now, self.tries)


@dataclass
class UnderWay:
    news: list[News] = field(default_factory=list)
    queue: list[Press | Look | Drawing | Order] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    dead_events: set[str] = field(default_factory=set)
    dead_presses: dict[str, Pressed] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)

    @property
    def drawings(self) -> list[Drawing]:
        return [it for it in self.queue if isinstance(it, Drawing)]

    @property
    def orders(self) -> list[Order]:
        return [it for it in self.queue if isinstance(it, Order)]

    @property
    def presses_seen(self) -> list[int]:
        """Give the places of the presses that SQS has handed over and keeps."""
        places = enumerate(self.queue)
        return [n for n, it in places if isinstance(it, Press) and it.tries]
