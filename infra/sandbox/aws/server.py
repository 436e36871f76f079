"""The process of the sandbox's AWS; it is handed a listening socket and a folder."""

import asyncio
import os
import shutil
import signal
import socket
import sys
from collections.abc import Awaitable, Callable

from hypercorn.asyncio import serve
from hypercorn.config import Config

from infra.sandbox.aws.loopback import require_loopback
from infra.sandbox.unmeasured import unmeasured


def main() -> None:
    descriptor = int(sys.argv[1])
    require_loopback(_address(descriptor))
    try:
        asyncio.run(_serve(descriptor))
    finally:
        shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)


def _address(descriptor: int) -> str:
    with socket.socket(fileno=os.dup(descriptor)) as listening:
        host, port = listening.getsockname()
    return f"http://{host}:{port}"


async def _serve(descriptor: int) -> None:
    # The emulator reads its environment when it is imported.
    from ministack import app
    from ministack.core import lambda_runtime

    from infra.sandbox.aws.contract import require
    from infra.sandbox.aws.failing import may_fail
    from infra.sandbox.aws.layer import layered
    from infra.sandbox.aws.sandbox import assembled

    require()
    # Lambda's workers inherit this.
    for name in os.environ.keys() - unmeasured(os.environ):
        del os.environ[name]
    config = Config()
    config.bind, config.loglevel = [f"fd://{descriptor}"], "WARNING"
    config.graceful_timeout = 0.5
    # A connection that ends between two calls of a test would fail the second.
    config.keep_alive_timeout = 3600
    application = may_fail(layered(assembled(), app.app))
    try:
        await serve(application, config, shutdown_trigger=_end())
    finally:
        lambda_runtime.reset()


def _end() -> Callable[[], Awaitable[bool]]:
    # The pipe on stdin closes when the process that started us ends, however it ends.
    asked, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, asked.set)
    loop.add_reader(sys.stdin.fileno(), asked.set)
    return asked.wait


if __name__ == "__main__":
    main()
