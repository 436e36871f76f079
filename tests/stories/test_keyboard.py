"""Lines come whole, and only a person's Ctrl-D ends the sandbox."""

import os
import pty
from pathlib import Path

from infra.sandbox.keyboard import Keyboard

SOON = 0.01


def test_lines_come_whole_and_what_is_half_typed_waits() -> None:
    ours, theirs = os.pipe()
    with os.fdopen(ours) as reading, os.fdopen(theirs, "wb", buffering=0) as typing:
        keyboard = Keyboard(reading)
        typing.write(b"press 1\npress 2 as ")

        assert keyboard.lines(SOON) == ["press 1"]
        assert keyboard.lines(SOON) == []
        typing.write(b"bo\n")
        assert keyboard.lines(SOON) == ["press 2 as bo"]


def test_the_end_of_a_pipe_ends_nothing() -> None:
    with Path(os.devnull).open() as nothing:
        keyboard = Keyboard(nothing)

        assert keyboard.lines(SOON) == []
        assert keyboard.lines(SOON) == []
        assert not keyboard.ended


def test_ctrl_d_in_a_terminal_is_the_end() -> None:
    person, terminal = pty.openpty()
    with os.fdopen(terminal) as reading, os.fdopen(person, "wb", buffering=0) as typing:
        keyboard = Keyboard(reading)
        typing.write(b"\x04")

        assert keyboard.lines(1) == []
        assert keyboard.ended
