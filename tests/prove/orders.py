"""What workers order of others, in the two queues."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from chalice_app.domain.inventory import Turn
from chalice_app.domain.press import ATTEMPTS
from chalice_app.flows.inventory import BEGIN
from tests.fakes.presses import queued, turn_of

_ORDERS = count(1)


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
