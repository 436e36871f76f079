"""Runs the real `chalice` in a copy of the project, against a loopback address only."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.wheels import wheelhouse

ROOT = Path(__file__).parents[2]
_CHALICE = "import sys; from chalice.cli import main; sys.exit(main())"
SECTION = {
    "email": "ops@example.com",
    "channel": "C0KMSALERT",
    "responders": ["U0ADALOVE1"],
}


def chalice(
    folder: Path, environment: Mapping[str, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Run one command in a folder, as a person would."""
    return subprocess.run(
        [sys.executable, "-c", _CHALICE, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def environment(aws: LocalAws) -> dict[str, str]:
    """Give an environment in which Chalice finds its wheels without a package index."""
    return {
        **aws.environment(),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheelhouse(ROOT)),
    }
