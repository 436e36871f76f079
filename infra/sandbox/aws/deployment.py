"""The real `chalice deploy` of this project, into the sandbox's AWS and nowhere else."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from infra.sandbox.aws.credentials import Identity
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.loopback import require_loopback
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.shapes import ACCOUNT, Json
from infra.sandbox.aws.wheels import wheelhouse

PROJECT = Path(__file__).parents[3]
STAGE = "dev"
_PARTS = (
    "app.py",
    "chalice_app",
    "vendor",
    "requirements.txt",
    "infra/*.py",
    "infra/*.yaml",
)
_CONFIGURATION = (".chalice/*.json",)
_CHALICE = "from chalice.cli import main; main()"


class DeploymentFailedError(Exception):
    """Chalice ended with an error, or the account was not the sandbox's."""


class Deployment:
    """A copy of the project with the sandbox's own configuration."""

    def __init__(self, aws: LocalAws, reprieve: Json, project: Path = PROJECT) -> None:
        self._aws, self._reprieve, self._project = aws, reprieve, project
        self.folder = Path()

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="reprieve-deploy-"))
        _copy(self._project, self.folder)
        self.configure(self._reprieve)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def configure(self, reprieve: Json) -> None:
        """Only the section of Reprieve's own changes; the rest is what the product ships."""
        path = self.folder / ".chalice" / "config.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        document["stages"] = {
            STAGE: {**document["stages"][STAGE], "reprieve": reprieve}
        }
        path.write_text(json.dumps(document, indent=2), encoding="utf-8")

    def deploy(self) -> str:
        return self.chalice("deploy")

    def chalice(self, command: str) -> str:
        """Runs one Chalice command as an administrator, and gives what it printed."""
        deployer = self._aws.assume("Administrator", "deployer", EVERYTHING)
        self._demand_the_sandbox(deployer)
        done = subprocess.run(
            [sys.executable, "-c", _CHALICE, command, "--stage", STAGE],
            cwd=self.folder,
            env={**self._aws.environment(deployer), **_without_index(self._project)},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise DeploymentFailedError(
                f"chalice {command} ended with {done.returncode}.\n{done.stdout}{done.stderr}"
            )
        return done.stdout

    def _demand_the_sandbox(self, deployer: Identity) -> None:
        require_loopback(self._aws.endpoint)
        account = self._aws.client("sts", deployer).get_caller_identity()["Account"]
        if account != ACCOUNT:
            raise DeploymentFailedError(
                f"Account {account} is not the sandbox's, so nothing was deployed."
            )

    @property
    def slack_url(self) -> str:
        """Where the local Slack sends presses: API Gateway of the emulator."""
        record = self.folder / ".chalice" / "deployed" / f"{STAGE}.json"
        resources = json.loads(record.read_text(encoding="utf-8"))["resources"]
        api = next(
            r["rest_api_id"] for r in resources if r["resource_type"] == "rest_api"
        )
        return f"{self._aws.endpoint}/restapis/{api}/api/_user_request_/slack/events"


def _copy(project: Path, folder: Path) -> None:
    for pattern in (*_PARTS, *_CONFIGURATION):
        for found in project.glob(pattern):
            target = folder / found.relative_to(project)
            target.parent.mkdir(parents=True, exist_ok=True)
            _copy_one(found, target)


def _copy_one(found: Path, target: Path) -> None:
    if found.is_dir():
        shutil.copytree(
            found, target, symlinks=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    else:
        shutil.copy2(found, target)


def _without_index(project: Path) -> dict[str, str]:
    wheels = wheelhouse(project)
    return {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
