"""Starts the server of the sandbox's AWS, and ends it without a trace."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import urllib3

from infra.sandbox.aws.credentials import ROOT, environment
from infra.sandbox.aws.loopback import require_loopback
from infra.sandbox.aws.shapes import ACCOUNT, REGION

_ROOT = Path(__file__).parents[3]
_PATIENCE = 30.0
_GRACE = 10.0


class NotStartedError(Exception):
    """The server ended, or did not answer in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where an AWS is kept that may be killed: a file, and the port it comes back to.

    `slept` is for how many seconds it was away, whatever has passed for us.
    """

    file: Path
    port: int = 0
    slept: float = 0

    @property
    def environment(self) -> dict[str, str]:
        return {
            "REPRIEVE_SANDBOX_STATE": str(self.file),
            "REPRIEVE_SANDBOX_SLEPT": str(self.slept),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    endpoint: str
    folder: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        # The end of its pipe tells the server to go, as it would if we were killed.
        if self.process.stdin:
            self.process.stdin.close()
        try:
            self.process.wait(timeout=_GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def start(state: State | None = None) -> Server:
    folder = Path(tempfile.mkdtemp(prefix="reprieve-aws-"))
    # Listening before the server starts: no port is lost between finding and using it.
    with socket.create_server(("127.0.0.1", state.port if state else 0)) as listening:
        endpoint = f"http://127.0.0.1:{listening.getsockname()[1]}"
        variables = state.environment if state else {}
        process = _spawn(listening, require_loopback(endpoint), folder, variables)
    server = Server(endpoint=endpoint, folder=folder, process=process)
    try:
        wait_until_healthy(server)
    except BaseException:
        server.stop()
        raise
    return server


def _spawn(
    listening: socket.socket, endpoint: str, folder: Path, variables: dict[str, str]
) -> subprocess.Popen[bytes]:
    with (folder / "server.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "infra.sandbox.aws.server", f"{listening.fileno()}"],
            cwd=_ROOT,
            env={**_environment(endpoint, folder), **variables},
            pass_fds=[listening.fileno()],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            # A Ctrl-C in the terminal is for us, and we end the server.
            start_new_session=True,
        )


def _environment(endpoint: str, folder: Path) -> dict[str, str]:
    return {
        **environment(endpoint, ROOT, os.environ),
        "TMPDIR": str(folder),
        "GATEWAY_PORT": endpoint.rsplit(":", 1)[-1],
        "BIND_HOST": "127.0.0.1",
        "MINISTACK_HOST": "127.0.0.1",
        "MINISTACK_ACCOUNT_ID": ACCOUNT,
        "MINISTACK_REGION": REGION,
        "AUTH": "true",
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
        "LOG_LEVEL": "WARNING",
        "LAMBDA_ASYNC_RETRY_BASE_SECONDS": "0.2",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def wait_until_healthy(server: Server) -> None:
    end = time.monotonic() + _PATIENCE
    pool = urllib3.PoolManager(retries=False, timeout=_PATIENCE)
    while time.monotonic() < end and server.process.poll() is None:
        try:
            pool.request("GET", f"{server.endpoint}/_ministack/health")
        except urllib3.exceptions.HTTPError:
            time.sleep(0.02)
        else:
            return
    log = (server.folder / "server.log").read_text(errors="replace")
    raise NotStartedError(f"The sandbox's AWS did not start.\n{log[-2000:]}")
