"""The real `chalice deploy` of this project, into the sandbox's AWS alone."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from infra.after_deploy import deployed
from infra.next_steps import request_url
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.loopback import require_loopback
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.project_copy import PROJECT, copy_project
from infra.sandbox.aws.shapes import ACCOUNT, Json
from infra.sandbox.aws.wheels import wheelhouse
from infra.sandbox.unmeasured import unmeasured

STAGE = "dev"
_CHALICE = "import sys; from chalice.cli import main; sys.exit(main())"


class DeploymentFailedError(Exception):
    """Chalice ended with an error, or the account was not the sandbox's."""


class Deployment:
    def __init__(self, aws: LocalAws, reprieve: Json, project: Path = PROJECT) -> None:
        self._aws, self._reprieve, self._project = aws, reprieve, project
        self.folder = Path()

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="reprieve-deploy-"))
        copy_project(self._project, self.folder)
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
        # Only our own section changes; the rest is what the product ships.
        path = self.folder / ".chalice" / "config.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        stage = {**document["stages"][STAGE], "reprieve": reprieve}
        document["stages"] = {STAGE: stage}
        path.write_text(json.dumps(document, indent=2), encoding="utf-8")

    def deploy(self) -> str:
        return self.chalice("deploy")

    def delete(self) -> str:
        return self.chalice("delete")

    def chalice(self, command: str) -> str:
        """Run one Chalice command as an administrator, and give what it printed."""
        done = subprocess.run(
            [sys.executable, "-c", _CHALICE, command, "--stage", STAGE],
            cwd=self.folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise DeploymentFailedError(
                f"chalice {command} ended with {done.returncode}.\n"
                f"{done.stdout}{done.stderr}"
            )
        return done.stdout

    def _environment(self) -> dict[str, str]:
        require_loopback(self._aws.endpoint)
        deployer = self._aws.assume("Administrator", "deployer", EVERYTHING)
        account = self._aws.client("sts", deployer).get_caller_identity()["Account"]
        if account != ACCOUNT:
            raise DeploymentFailedError(
                f"The account {account} is not the sandbox's, so nothing was deployed."
            )
        return {
            **unmeasured(self._aws.environment(deployer)),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(wheelhouse(self._project)),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }

    @property
    def slack_url(self) -> str:
        """The request URL that the deploy prints for Slack."""
        api = deployed(self.folder, STAGE)["rest_api"]
        return request_url(api["rest_api_url"], self._aws.endpoint)
