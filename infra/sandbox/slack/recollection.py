"""What tests and the demo may look at: messages, threads, answers, views, calls."""

from infra.sandbox.slack import acme
from infra.sandbox.slack.records import (
    ApiCall,
    Delivery,
    Ephemeral,
    Message,
    OpenView,
)
from infra.sandbox.slack.store import Store


class Recollection:
    def __init__(self, store: Store) -> None:
        self.store = store

    def messages(self, channel: str = acme.CHANNEL) -> tuple[Message, ...]:
        with self.store.lock:
            kept = tuple(self.store.messages.values())
        return tuple(
            item for item in kept if item.channel == channel and item.top_level
        )

    def message(self, ts: str) -> Message:
        return self.store.messages[ts]

    def thread(self, ts: str) -> tuple[Message, ...]:
        return self.store.replies(ts)

    def ephemerals(self, user: str) -> tuple[Ephemeral, ...]:
        with self.store.lock:
            return tuple(line for line in self.store.ephemerals if line.user == user)

    def views(self, user: str) -> tuple[OpenView, ...]:
        with self.store.lock:
            kept = tuple(self.store.views.values())
        return tuple(view for view in kept if view.user == user)

    def calls(self, method: str | None = None) -> tuple[ApiCall, ...]:
        with self.store.lock:
            kept = tuple(self.store.calls)
        return tuple(call for call in kept if method in {None, call.method})

    def deliveries(self) -> tuple[Delivery, ...]:
        with self.store.lock:
            return tuple(self.store.deliveries)
