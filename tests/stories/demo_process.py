"""`python -m infra.sandbox` as a person runs it, and what it leaves behind."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
_PATIENCE = 120.0
# What a developer may have set for a real account, and a proxy that answers nobody.
HOSTILE = {
    "AWS_PROFILE": "prod",
    "AWS_ENDPOINT_URL_KMS": "https://example.invalid",
    "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
    "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "AWS_SESSION_TOKEN": "of a real session",
    "AWS_REGION": "us-east-1",
    "HTTP_PROXY": "http://127.0.0.1:9",
    "HTTPS_PROXY": "http://127.0.0.1:9",
}


class Demo:
    """One run, with a temporary folder of its own to look into afterwards."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        environment: Mapping[str, str] = HOSTILE,
        run: Sequence[str] = ("-m", "infra.sandbox"),
    ) -> None:
        self._folder = folder
        self._output: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, *run, *arguments],
            cwd=ROOT,
            env={**os.environ, **environment, "TMPDIR": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self.end(signal.SIGTERM)
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def said(self) -> str:
        return "".join(self._output)

    def wait_for(self, pattern: str) -> re.Match[str]:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            found = re.search(pattern, self.said(), re.DOTALL)
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError(f"It never said {pattern!r}, but: {self.said()}")

    def type(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def end(self, number: int, *, like_a_terminal: bool = False) -> int:
        """Send a signal; a terminal sends it to every process in front."""
        if like_a_terminal:
            os.killpg(self._process.pid, number)
        else:
            self._process.send_signal(number)
        return self.code()

    def code(self) -> int:
        return self._process.wait(_PATIENCE)

    def left_behind(self) -> list[str]:
        """Name each file, and each process whose environment has our folder."""
        files = [path.name for path in self._folder.iterdir()]
        return files + [path.parent.name for path in self._environments()]

    def holders(self, secret: str) -> int:
        """Count its processes that have this in their environment, itself included."""
        marker = secret.encode()
        return sum(marker in _environment(path) for path in self._environments())

    def _environments(self) -> list[Path]:
        marker = str(self._folder).encode()
        found = Path("/proc").glob("[0-9]*/environ")
        return [path for path in found if marker in _environment(path)]

    def _read(self) -> None:
        assert self._process.stdout
        self._output.extend(self._process.stdout)


def _environment(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it ended meanwhile, or is somebody else's
        return b""
