"""The process of the sandbox's AWS; LocalAws starts it and hands it a listening socket."""

import asyncio
import os
import shutil
import signal
import socket
import sys
from pathlib import Path

from hypercorn.asyncio import serve
from hypercorn.config import Config

from infra.sandbox.aws.loopback import require_loopback


def main() -> None:
    descriptor, folder = int(sys.argv[1]), Path(os.environ["TMPDIR"])
    require_loopback(_address(descriptor))
    try:
        asyncio.run(_serve(descriptor))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _address(descriptor: int) -> str:
    with socket.socket(fileno=os.dup(descriptor)) as listening:
        host, port = listening.getsockname()
    return f"http://{host}:{port}"


async def _serve(descriptor: int) -> None:
    # The emulator reads its environment on import, which LocalAws has prepared by now.
    from ministack import app
    from ministack.core import lambda_runtime

    from infra.sandbox.aws.contract import require
    from infra.sandbox.aws.layer import layered
    from infra.sandbox.aws.sandbox import assembled

    require()
    config = Config()
    config.bind, config.loglevel, config.graceful_timeout = (
        [f"fd://{descriptor}"],
        "WARNING",
        0.5,
    )
    try:
        await serve(
            layered(assembled(), app.app), config, shutdown_trigger=_asked_to_end()
        )
    finally:
        lambda_runtime.reset()


def _asked_to_end():
    """By a signal, or because the process that started us is gone and its end of the pipe with it."""
    asked, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, asked.set)
    loop.add_reader(sys.stdin.fileno(), asked.set)
    return asked.wait


if __name__ == "__main__":
    main()
