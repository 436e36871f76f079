"""Runs a handler in a fresh process, and says how long each step of it took."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = Mapping[str, Any]

_CHILD = Path(__file__).with_name("child.py")
# The servers keep to another core than what is measured, where there is another.
CORES = sorted(os.sched_getaffinity(0))


class HandlerFailedError(Exception):
    """The process ended before it had answered; its last words say why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """A function, where its modules lie, and the environment that Lambda gives it."""

    name: str
    path: Sequence[Path]
    environment: Mapping[str, str]
    arn: str
    share: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    at: float
    cpu: float
    kilobytes: float = 0  # the most memory so far


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    start: Moment
    end: Moment
    answer: Any


class Running:
    """A process that has loaded its handler and waits for events."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        if not (process.stdin and process.stdout and process.stderr):
            raise HandlerFailedError("The process has no pipes.")
        self._stdin, self._stdout = process.stdin, process.stdout
        self._stderr = process.stderr
        told = self._line()
        self.began, self.loaded = Moment(**told["began"]), Moment(**told["loaded"])

    def send(self, event: Json) -> Answered:
        self._stdin.write(json.dumps(event) + "\n")
        self._stdin.flush()
        told = self._line()
        return Answered(
            start=Moment(**told["start"]),
            end=Moment(**told["end"]),
            answer=told["answer"],
        )

    def end(self) -> None:
        self._stdin.close()

    def _line(self) -> Json:
        line = self._stdout.readline()
        if not line:
            raise HandlerFailedError(self._stderr.read()[-2000:])
        told: Json = json.loads(line)
        return told


@contextmanager
def running(handler: Handler) -> Iterator[Running]:
    """Start a process; it has loaded the handler when this gives it."""
    told = {
        "path": list(map(str, handler.path)),
        "handler": handler.name,
        "arn": handler.arn,
        "core": CORES[0],
        "share": str(handler.share) if handler.share else None,
    }
    # -I and -S leave the standard library and the path that is given; -B no traces.
    with subprocess.Popen(
        [sys.executable, "-I", "-S", "-B", _CHILD, json.dumps(told)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(handler.environment),
        text=True,
    ) as process:
        made = Running(process)
        yield made
        made.end()
