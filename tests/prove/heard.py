"""Keeps what the workers log."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager

ROOT = logging.getLogger()


class Heard(logging.Handler):
    """Keeps every record with all its fields, from INFO on as Lambda does."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        told = {"message": record.getMessage(), **vars(record)}
        self.lines.append(json.dumps(told, default=str))

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen until the outermost of the workers has ended."""
        outermost = self not in ROOT.handlers
        before = ROOT.level
        ROOT.addHandler(self)
        ROOT.setLevel(logging.INFO)
        try:
            yield
        finally:
            ROOT.setLevel(before)
            if outermost:
                ROOT.removeHandler(self)
