"""One journal of every call to the outside, and a way to be killed at any of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


class KilledError(BaseException):
    """Lambda ends a worker without any exception that its code could catch."""


@dataclass(frozen=True, slots=True)
class Call:
    port: str
    name: str
    given: tuple[Any, ...]
    answer: Any = None

    def __str__(self) -> str:
        return f"{self.port}.{self.name}"


@dataclass
class Journal:
    """`kill_at` counts calls from 0: the call is made, and its answer never heard."""

    calls: list[Call] = field(default_factory=list)
    kill_at: int | None = None
    seen: int = 0

    def named(self, *names: str) -> list[Call]:
        return [call for call in self.calls if str(call) in names]

    def names(self) -> list[str]:
        return [str(call) for call in self.calls]

    def made(self, port: str, name: str, do: Callable[[], Any], given: Any) -> Any:
        answer = do()
        self.calls.append(Call(port, name, given, answer))
        self.seen += 1
        if self.seen - 1 == self.kill_at:
            raise KilledError
        return answer

    @contextmanager
    def killing(self, at: int) -> Iterator[None]:
        """Kill the worker at one call; later deliveries live."""
        self.kill_at, self.seen = at, 0
        try:
            yield
        except KilledError:
            pass
        finally:
            self.kill_at = None


class Journaled:
    """A port whose every call is written down."""

    def __init__(self, real: object, port: str, journal: Journal) -> None:
        self._real = real
        self._port = port
        self._journal = journal

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._real, name)

        def call(*given: Any, **named: Any) -> Any:
            return self._journal.made(
                self._port,
                name,
                lambda: method(*given, **named),
                (*given, *named.values()),
            )

        return call
