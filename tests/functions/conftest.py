"""The slack door in a process of its own, from a bundle with its configuration."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

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
    """Give a function that lets the Lambda answer one event."""
    bundle = unpack(tmp_path_factory.mktemp("bundle"))
    environment = {
        **{name: value for name, value in os.environ.items() if "AWS" not in name},
        "AWS_LAMBDA_FUNCTION_NAME": "reprieve-dev",
        "AWS_REGION": "eu-west-1",
        "REPRIEVE_STAGE": "dev",
    }
    command = [sys.executable, str(DOUBLE), str(bundle)]
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
