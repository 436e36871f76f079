"""Ends the sandbox when asked to, and never while a part is starting or ending."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class AskedToEndError(BaseException):
    """A signal came; nothing but the end of the run may catch this."""


class Interrupts:
    """A signal is remembered at once and obeyed where that leaves nothing behind."""

    def __init__(self) -> None:
        self.asked: int | None = None
        self._allowed = False

    def listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._hear)
        # Under nohup the end of the terminal is not the end of the run.
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, self._hear)

    @contextmanager
    def allowed(self) -> Iterator[None]:
        self._allowed = True
        try:
            if self.asked:
                raise AskedToEndError(self.asked)
            yield
        finally:
            self._allowed = False

    @property
    def exit_code(self) -> int:
        """Give what a shell gives for a program that a signal ended."""
        return 128 + (self.asked or 0)

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        first, self.asked = self.asked is None, self.asked or number
        if first and self._allowed:
            raise AskedToEndError(number)
