"""The sandbox's AWS as a context manager."""

from types import TracebackType
from typing import Self

from infra.sandbox.aws import process
from infra.sandbox.aws.reachable_aws import ReachableAws, SandboxRefusedError

__all__ = ["LocalAws", "SandboxRefusedError"]


class LocalAws(ReachableAws):
    def __init__(self, state: process.State | None = None) -> None:
        """Without a state, all is forgotten at the end."""
        self._state = state
        self._server: process.Server | None = None

    def __enter__(self) -> Self:
        self._server = process.start(self._state)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._server:
            self._server.stop()
        self._server = None

    @property
    def endpoint(self) -> str:
        return self._running.endpoint

    @property
    def pid(self) -> int:
        """Give the process group of the server and of Lambda's workers."""
        return self._running.process.pid

    @property
    def _running(self) -> process.Server:
        if self._server is None:
            raise process.NotStartedError("LocalAws runs inside its `with` block only.")
        return self._server
