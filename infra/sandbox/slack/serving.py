"""An ASGI app on a loopback port, in a thread that ends with the block."""

import asyncio
import socket
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager

from hypercorn.asyncio import serve
from hypercorn.config import Config
from starlette.types import ASGIApp

GRACE_SECONDS = 1


@contextmanager
def served(app: ASGIApp, port: int = 0) -> Iterator[str]:
    """Give the URL; port 0 is any free one."""
    # Listening begins here, so that a first request waits rather than fails.
    listening = socket.create_server(("127.0.0.1", port))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    loop, stop = asyncio.new_event_loop(), asyncio.Event()
    serving = serve(app, _config(listening.detach()), shutdown_trigger=stop.wait)
    thread = threading.Thread(target=_run, args=(loop, serving), daemon=True)
    thread.start()
    try:
        yield url
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


def _config(descriptor: int) -> Config:
    config = Config()
    config.bind = [f"fd://{descriptor}"]
    config.loglevel = "WARNING"
    # The emulator, imported in the same process, switches it off for all.
    config.include_date_header = True
    config.graceful_timeout = GRACE_SECONDS
    return config


def _run(loop: asyncio.AbstractEventLoop, serving: Coroutine[None, None, None]) -> None:
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(serving)
