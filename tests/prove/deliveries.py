"""What SNS and SQS have under way, and what they have given up."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from chalice_app.domain.press import ATTEMPTS
from tests.fakes.presses import Pressed
from tests.prove.orders import Drawing, Look, Order, Page

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
