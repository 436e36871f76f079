"""A storm in simulated time: its events, and the queue that holds orders back."""

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from chalice_app.domain.key import KeyState
from chalice_app.domain.watched import WATCHED, News
from chalice_app.flows.from_queue import receive_message
from infra.template import TEMPLATE, read_template
from tests.fakes.news import record, refused
from tests.fakes.places import KEY
from tests.fakes.presses import queued
from tests.fakes.world import World

# What somebody does to each key, in this order; the last call is the harm to stay.
CALLS = ("DisableKey", "PutKeyPolicy", "PutKeyPolicy", "DisableKeyRotation")
LAST = "ScheduleKeyDeletion"
STATES = {"DisableKey": KeyState.DISABLED, LAST: KeyState.PENDING_DELETION}
_PARAMETERS: Any = read_template(TEMPLATE.read_text(encoding="utf-8"))["Parameters"]
MAILED = _PARAMETERS["EmailNews"]["Default"].split(",")
SPOKEN = ("chat.post", "chat.post_page", "chat.update", "chat.reply")


@dataclass(frozen=True, slots=True, kw_only=True)
class Storm:
    """So many keys, five calls on each, spread over so long."""

    keys: int
    lasts: timedelta
    allowed: bool = True

    def events(self) -> Iterator[tuple[timedelta, str, str]]:
        """Give when each call is made, its name and its key, key after key."""
        calls = (*CALLS, LAST)
        step = self.lasts / (self.keys * len(calls))
        numbers = count()
        for number in range(self.keys):
            for name in calls:
                yield step * next(numbers), name, f"{KEY[:-5]}{number:05}"


@dataclass
class Run:
    """The real stories carry a storm out, over a table that keeps simulated time."""

    world: World
    began: datetime
    queue: list[tuple[datetime, int, dict[str, Any]]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=count)
    spoken: list[tuple[datetime, str]] = field(default_factory=list)
    asked: list[datetime] = field(default_factory=list)  # calls of KMS
    mailed: int = 0  # by the rules, as the stack's filter is if nobody sets it

    def through(self, storm: Storm) -> None:
        """Let it all happen, and the queue run empty."""
        for at, name, arn in storm.events():
            self._until(self.began + at)
            self.world.now = self.began + at
            self._happen(name, arn, storm)
            self._take_orders()
        self.empty()

    def empty(self) -> None:
        """Let the queue run empty."""
        self._take_orders()
        while self.queue:
            self._until(self.queue[0][0])

    def _happen(self, name: str, arn: str, storm: Storm) -> None:
        world, state = self.world, STATES.get(name)
        if arn not in world.keys.states:
            world.keys.put(arn, KeyState.ENABLED)
        if storm.allowed and state:
            world.keys.put(arn, state)
        make = record if storm.allowed else refused
        news = WATCHED[name].news if storm.allowed else News.REFUSED
        self.mailed += news in MAILED
        world.deliver(make(name, key=arn, at=world.now))

    def _until(self, moment: datetime) -> None:
        while self.queue and self.queue[0][0] <= moment:
            due, number, order = heapq.heappop(self.queue)
            self.world.now = max(self.world.now, due)
            receive_message(
                queued(order, f"order-{number}", due, due, 1), self.world.tools
            )
            self._take_orders()

    def _take_orders(self) -> None:
        looks = self.world.looks
        orders = [({"look": it, "looks": n}, s) for it, n, s in looks.ordered]
        orders += [({"digest": it, "turn": n}, s) for it, n, s in looks.drawings]
        orders += [({"restore": it, "step": n}, s) for it, n, s in looks.restores]
        looks.ordered.clear()
        looks.restores.clear()
        looks.drawings.clear()
        for order, seconds in orders:
            due = self.world.now + timedelta(seconds=seconds)
            heapq.heappush(self.queue, (due, next(self.numbers), order))
        self._note_what_was_said()

    def _note_what_was_said(self) -> None:
        journal = self.world.journal
        said = (str(it) for it in journal.calls if str(it) in SPOKEN)
        self.spoken += [(self.world.now, name) for name in said]
        self.asked += [self.world.now] * len(journal.named("keys.call"))
        journal.calls.clear()

    def busiest(self, since: timedelta = timedelta()) -> int:
        """Count the calls to Slack in the busiest second."""
        times = (at - self.began for at, _ in self.spoken)
        seconds = Counter(int(it.total_seconds()) for it in times if it >= since)
        return max(seconds.values())
