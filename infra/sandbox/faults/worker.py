"""Which Lambda worker is at the other end of a connection; Linux tells, in /proc."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

_PROC = Path("/proc")
_LAMBDA = b"AWS_LAMBDA_FUNCTION_NAME="


def calling_worker(scope: Mapping[str, Any]) -> int | None:
    """Give the caller's process, if it is a Lambda worker of this sandbox."""
    ours, theirs = scope["server"][1], scope["client"][1]
    socket = _socket(theirs, ours)
    return next((pid for pid in _workers() if socket in _open_files(pid)), None)


def _socket(local: int, remote: int) -> str:
    with suppress(OSError):
        for line in (_PROC / "net/tcp").read_text().splitlines()[1:]:
            fields = line.split()
            ports = [int(fields[it].rpartition(":")[2], 16) for it in (1, 2)]
            if ports == [local, remote]:
                return f"socket:[{fields[9]}]"
    return ""


def _workers() -> Iterator[int]:
    for entry in _PROC.glob("[0-9]*"):
        with suppress(OSError):
            if _LAMBDA in (entry / "environ").read_bytes():
                yield int(entry.name)


def _open_files(pid: int) -> set[str]:
    found = set()
    with suppress(OSError):
        for descriptor in (_PROC / str(pid) / "fd").iterdir():
            with suppress(OSError):
                found.add(str(descriptor.readlink()))
    return found
