"""Whole lines that somebody types, waited for no longer than one likes."""

import os
import select
import time
from typing import TextIO


class Keyboard:
    def __init__(self, stream: TextIO) -> None:
        self._descriptor = stream.fileno()
        self._by_hand = stream.isatty()
        self._open, self._tail = True, b""

    @property
    def ended(self) -> bool:
        """Tell if a person pressed Ctrl-D; the end of a file or pipe ends nothing."""
        return self._by_hand and not self._open

    def lines(self, seconds: float) -> list[str]:
        if not self._open:
            time.sleep(seconds)
            return []
        ready, _, _ = select.select([self._descriptor], [], [], seconds)
        return self._read() if ready else []

    def _read(self) -> list[str]:
        typed = os.read(self._descriptor, 4096)
        self._open = bool(typed)
        *whole, self._tail = (self._tail + typed).split(b"\n")
        return [line.decode(errors="replace").strip() for line in whole]
