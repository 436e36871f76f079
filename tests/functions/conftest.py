"""The slack door in a process of its own, from a bundle with its configuration."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.slack import acme

Told = dict[str, Any]
Send = Callable[[Told], Told]

ROOT = Path(__file__).parents[2]
DOUBLE = Path(__file__).with_name("lambda_double.py")
CONFIGURATION = {"email": "", "channel": acme.CHANNEL, "responders": [acme.ADA]}


def unpack(folder: Path) -> Path:
    """Lay the code and its configuration out as they lie in Lambda."""
    document = {"stages": {"dev": {"reprieve": CONFIGURATION}}}
    (folder / "reprieve.json").write_text(json.dumps(document), encoding="utf-8")
    shutil.copy(ROOT / "app.py", folder)
    shutil.copytree(ROOT / "chalice_app", folder / "chalice_app")
    return folder


@pytest.fixture(scope="module")
def send(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Send]:
    """Let the Lambda answer one event at a time, and tell what it has queued."""
    bundle = unpack(tmp_path_factory.mktemp("bundle"))
    with LocalAws() as aws:
        fill_secrets(aws)
        queue = Queue(aws)
        environment = {
            **aws.environment(),
            "AWS_LAMBDA_FUNCTION_NAME": "reprieve-dev",
            "REPRIEVE_STAGE": "dev",
        }
        with answering([sys.executable, str(DOUBLE), str(bundle)], environment) as ask:
            yield lambda event: {**ask(event), "queued": queue.taken()}


def fill_secrets(aws: LocalAws) -> None:
    manager = aws.client("secretsmanager")
    for part in ("token", "signing-secret"):
        name, secret = f"reprieve/dev/slack-{part}", f"sandbox-{part}"
        manager.create_secret(Name=name, SecretString=secret)


class Queue:
    def __init__(self, aws: LocalAws) -> None:
        self._sqs = aws.client("sqs")
        made = self._sqs.create_queue(QueueName="reprieve-dev-actions")
        self._url = made["QueueUrl"]

    def taken(self) -> list[str]:
        found = self._sqs.receive_message(QueueUrl=self._url, MaxNumberOfMessages=10)
        messages = found.get("Messages", [])
        for one in messages:
            self._sqs.delete_message(
                QueueUrl=self._url, ReceiptHandle=one["ReceiptHandle"]
            )
        return [one["Body"] for one in messages]


@contextmanager
def answering(command: list[str], environment: dict[str, str]) -> Iterator[Send]:
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout

        def ask(event: Told) -> Told:
            assert process.stdin
            assert process.stdout
            process.stdin.write(json.dumps(event) + "\n")
            process.stdin.flush()
            told: Told = json.loads(process.stdout.readline())
            return told

        yield ask
        process.stdin.close()
