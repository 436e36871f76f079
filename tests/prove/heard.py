"""Keeps what the workers log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

ROOT = logging.getLogger()


class Heard(logging.Handler):
    """Keeps every line that is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen until the outermost of the workers has ended."""
        outermost = self not in ROOT.handlers
        ROOT.addHandler(self)
        try:
            yield
        finally:
            if outermost:
                ROOT.removeHandler(self)
