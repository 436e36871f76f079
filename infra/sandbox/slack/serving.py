"""An ASGI app on a free loopback port, in a thread that stops when told."""

import asyncio
import socket
import threading
from types import TracebackType
from typing import Any, Self

from hypercorn.asyncio import serve
from hypercorn.config import Config


class LoopbackServer:
    """Listen at once, so that the first request waits rather than fails."""

    def __init__(self, app: Any, port: int = 0) -> None:  # noqa: ANN401
        self._app = app
        self._socket = socket.create_server(("127.0.0.1", port))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self) -> None:
        config = Config()
        config.bind = [f"fd://{self._socket.detach()}"]
        config.loglevel = "WARNING"
        config.graceful_timeout = 1
        serving = serve(self._app, config, shutdown_trigger=self._stop.wait)
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(serving)
