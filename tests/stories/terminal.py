"""One of our commands in a terminal of its own, and all that this terminal shows."""

import os
import pty
import select
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0
_FLAGS = 3  # where tcgetattr keeps the local flags
MODULE = (sys.executable, "-P", "-m", "chalice_app")  # -P: ours, not the folder's copy


class Terminal:
    def __init__(
        self, folder: Path, environment: Mapping[str, str], *arguments: str
    ) -> None:
        self._person, theirs = pty.openpty()
        self._process = subprocess.Popen(
            (*MODULE, *arguments),
            cwd=folder,
            env={**environment, "PYTHONPATH": str(ROOT)},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait(_PATIENCE)
        os.close(self._person)

    def wait_for(self, text: str) -> None:
        while text not in self.shown:
            assert self._read(), f"It never said {text!r}, but: {self.shown}"

    def paste(self, text: str) -> None:
        """Paste a line as a person does who sees that a prompt hides it."""
        assert not termios.tcgetattr(self._person)[_FLAGS] & termios.ECHO
        os.write(self._person, f"{text}\n".encode())

    def known_to_others(self) -> bytes:
        """Give what a list of processes shows of it."""
        process = Path(f"/proc/{self._process.pid}")
        return (process / "cmdline").read_bytes() + (process / "environ").read_bytes()

    def code(self) -> int:
        while self._read():
            pass
        return self._process.wait(_PATIENCE)

    def _read(self) -> bool:
        """Read what came; False at the end."""
        ready, _, _ = select.select([self._person], [], [], _PATIENCE)
        assert ready, f"It says nothing more after: {self.shown}"
        try:
            came = os.read(self._person, 4096)
        except OSError:  # how Linux tells that the other side is closed
            return False
        self.shown += came.decode()
        return bool(came)


def printed(folder: Path, environment: Mapping[str, str], *arguments: str) -> str:
    """Run a command that asks for nothing, and give what it printed."""
    done = subprocess.run(
        (*MODULE, *arguments),
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=_PATIENCE,
    )
    return done.stdout
