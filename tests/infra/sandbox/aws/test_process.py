"""The server of the sandbox's AWS ends with whoever started it, and leaves nothing."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import urllib3

from infra.sandbox.aws import process
from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.functions import worker_process

ROOT = Path(__file__).parents[4]
# Starts the server with a warm Lambda worker, says what there is, and waits.
PARENT = """
import time
from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.functions import worker_process

with LocalAws() as aws:
    worker, server = worker_process(aws), aws._server
    print(server.process.pid, worker, server.folder, aws.endpoint, flush=True)
    time.sleep(60)
"""


def is_running(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def answers(endpoint: str) -> bool:
    try:
        urllib3.PoolManager(retries=False).request("GET", f"{endpoint}/_sandbox/trail")
    except urllib3.exceptions.HTTPError:
        return False
    return True


def eventually(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + 15
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def parent() -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with started:
        yield started
        started.kill()


def told_by(parent: subprocess.Popen[str]) -> tuple[int, int, Path, str]:
    assert parent.stdout is not None
    server, worker, folder, endpoint = parent.stdout.readline().split()
    return int(server), int(worker), Path(folder), endpoint


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_when_the_parent_goes_so_do_server_worker_and_folder(
    parent: subprocess.Popen[str], number: signal.Signals
) -> None:
    _, worker, folder, endpoint = told_by(parent)
    assert answers(endpoint)

    parent.send_signal(number)
    parent.wait()

    assert eventually(lambda: not answers(endpoint))
    assert eventually(lambda: not is_running(worker))
    assert eventually(lambda: not folder.exists())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_when_the_server_is_told_to_go_so_do_worker_and_folder(
    parent: subprocess.Popen[str], number: signal.Signals
) -> None:
    server, worker, folder, _ = told_by(parent)

    os.kill(server, number)

    assert eventually(lambda: not is_running(worker))
    assert eventually(lambda: not folder.exists())


def test_leaving_the_block_leaves_nothing() -> None:
    with LocalAws() as aws:
        worker = worker_process(aws)
        assert aws._server is not None
        server, folder = aws._server.process.pid, aws._server.folder
        assert is_running(worker)
        assert folder.is_dir()

    assert not is_running(worker)
    assert not is_running(server)
    assert not folder.exists()


def test_outside_its_block_there_is_no_endpoint() -> None:
    with pytest.raises(process.NotStartedError, match="inside its `with` block"):
        _ = LocalAws().endpoint


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "server.log").write_text("ministack.services.kms._keys is gone: …")
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    server = process.Server(
        endpoint="http://127.0.0.1:1", folder=tmp_path, process=ended
    )

    with pytest.raises(process.NotStartedError, match="_keys is gone"):
        process.wait_until_healthy(server)


def test_a_server_that_would_listen_to_others_refuses(tmp_path: Path) -> None:
    with socket.socket() as everywhere:
        everywhere.bind(("", 0))
        started = subprocess.run(
            [
                sys.executable,
                "-m",
                "infra.sandbox.aws.server",
                f"{everywhere.fileno()}",
            ],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(tmp_path)},
            pass_fds=[everywhere.fileno()],
            capture_output=True,
            text=True,
            check=False,
        )

    assert started.returncode == 1
    assert "works with 127.0.0.1 only, not with '0.0.0.0'" in started.stderr
