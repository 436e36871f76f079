"""What can go wrong at any call to the outside, one fault at one call."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from chalice_app.errors import ChatSilentError, KmsSilentError, TryAgainError
from tests.fakes.journal import Call, Journal, KilledError
from tests.fakes.places import NOON


class Fault(StrEnum):
    KILLED_BEFORE = "the worker is killed before"
    KILLED_AFTER = "the worker is killed right after"
    KILLED_AFTER_OK = "the worker is killed after Slack's ok to"
    SILENT = "no answer, and no effect:"
    UNHEARD = "nobody hears, and nothing is sent by"
    LOST = "the effect, but no answer:"
    OVERTAKEN = "another worker comes in between, before"
    OVERTAKEN_AT_SLACK = "another worker comes in between, before Slack hears"


ERRORS: dict[str, TryAgainError] = {
    "keys": KmsSilentError("ReadTimeoutError"),
    "chat": ChatSilentError("timed out"),
    "table": TryAgainError("table: ReadTimeoutError"),
    "dialogs": ChatSilentError("timed out"),
    "notices": TryAgainError("notices: ReadTimeoutError"),
    "retries": TryAgainError("queue: ReadTimeoutError"),
    "looks": TryAgainError("queue: ReadTimeoutError"),
    "turns": TryAgainError("queue: ReadTimeoutError"),
}
AT_SLACK = frozenset({Fault.KILLED_AFTER_OK, Fault.OVERTAKEN_AT_SLACK, Fault.UNHEARD})
SPEAKS = frozenset(
    {"chat.post", "chat.post_page", "chat.remind", "chat.update", "chat.reply"}
    | {"notices.send", "chat.respond", "chat.whisper"}
)


def _speaks(port: str, name: str) -> bool:
    return f"{port}.{name}" in SPEAKS


@dataclass
class FaultyJournal(Journal):
    """`armed` is the next fault and how many calls it lets pass before.

    `made_by` and `made_at` tell of each call which worker made it, and when.
    """

    now: Callable[[], datetime] = lambda: NOON
    worker: int = 0
    made_by: list[int] = field(default_factory=list)
    made_at: list[datetime] = field(default_factory=list)
    armed: tuple[int, Fault] | None = None
    met: list[str] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None
    killed_after_ok: int = 0

    def made(self, port: str, name: str, do: Callable[[], Any], given: Any) -> Any:
        fault = self._due(port, name)
        if fault:
            self.met.append(f"{fault} {port}.{name}")
        self._before(fault, port)
        answer = self._done(port, name, do, given)
        self._after(fault, port, name)
        return answer

    def _before(self, fault: Fault | None, port: str) -> None:
        if fault is Fault.KILLED_BEFORE:
            raise KilledError
        if fault in {Fault.SILENT, Fault.UNHEARD}:
            raise ERRORS[port]
        if fault in {Fault.OVERTAKEN, Fault.OVERTAKEN_AT_SLACK}:
            self.meanwhile()

    def _after(self, fault: Fault | None, port: str, name: str) -> None:
        if fault in {Fault.KILLED_AFTER, Fault.KILLED_AFTER_OK}:
            self.killed_after_ok += port == "chat" and _speaks(port, name)
            raise KilledError
        if fault is Fault.LOST:
            raise ERRORS[port]

    def _due(self, port: str, name: str) -> Fault | None:
        if self.armed is None:
            return None
        left, fault = self.armed
        if fault in AT_SLACK and not _speaks(port, name):
            return None
        self.armed = (left - 1, fault) if left else None
        return None if left else fault

    def _done(self, port: str, name: str, do: Callable[[], Any], given: Any) -> Any:
        answer = do()
        self.calls.append(Call(port, name, given, answer))
        self.made_by.append(self.worker)
        self.made_at.append(self.now())
        return answer
