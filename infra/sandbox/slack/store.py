"""The state of the workspace, and the only place that changes it."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import replace

from infra.sandbox.slack.records import (
    ApiCall,
    Delivery,
    Ephemeral,
    Message,
    OpenView,
    Version,
)
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.tickets import ResponseTicket, Trigger
from infra.sandbox.slack.workspace import Workspace

MICROSECONDS = 1_000_000


class Store:
    def __init__(self, workspace: Workspace, clock: Callable[[], float]) -> None:
        self.workspace = workspace
        self.real_clock = clock
        self.ahead = 0.0  # seconds
        self.lock = threading.RLock()
        self.messages: dict[str, Message] = {}
        self.ephemerals: list[Ephemeral] = []
        self.views: dict[str, OpenView] = {}
        self.calls: list[ApiCall] = []
        self.deliveries: list[Delivery] = []
        self.triggers: dict[str, Trigger] = {}
        self.responses: dict[str, ResponseTicket] = {}
        self._last_ts = 0
        # Called before anybody is answered, or asked, on the ground of what is here.
        self.settle: Callable[[], None] = lambda: None

    def clock(self) -> float:
        return self.real_clock() + self.ahead

    def next_ts(self) -> str:
        """Slack's ts is a time and an id at once: unique, and always growing."""
        with self.lock:
            self._last_ts = max(int(self.clock() * MICROSECONDS), self._last_ts + 1)
            seconds, rest = divmod(self._last_ts, MICROSECONDS)
        return f"{seconds}.{rest:06d}"

    def keep(self, message: Message) -> Message:
        with self.lock:
            self.messages[message.ts] = message
        return message

    def rewrite(self, message: Message, version: Version) -> Message:
        return self.keep(replace(message, versions=(*message.versions, version)))

    def replies(self, ts: str) -> tuple[Message, ...]:
        with self.lock:
            found = [item for item in self.messages.values() if item.thread_ts == ts]
        return tuple(found)

    def new_trigger(self, user: str) -> str:
        trigger = f"{self.next_ts()}.{secrets.token_hex(16)}"
        with self.lock:
            self.triggers[trigger] = Trigger(user=user, made_at=self.clock())
        return trigger

    def use_trigger(self, trigger: str) -> Trigger:
        with self.lock:
            found = self.triggers.get(trigger)
            if found is None:
                raise SlackRefusalError("invalid_trigger_id")
            found.check(self.clock())
            self.triggers[trigger] = replace(found, used=True)
        return found

    def new_response(self, ticket: ResponseTicket) -> str:
        name = secrets.token_urlsafe(18)
        with self.lock:
            self.responses[name] = ticket
        return name

    def use_response(self, name: str) -> ResponseTicket:
        with self.lock:
            found = self.responses.get(name)
            if found is None:
                raise SlackRefusalError("no_such_url")
            found.check(self.clock())
            self.responses[name] = replace(found, uses=found.uses + 1)
        return found
