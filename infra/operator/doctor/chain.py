"""One stage as the checks see it; what several of them need is asked once."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import boto3

from chalice_app.adapters.watcher.parts import Parts
from infra.configuration import checked_settings
from infra.operator.doctor.at_slack import AtSlack
from infra.operator.doctor.judging.stack import reverting
from infra.operator.kept_secret import kept

Json = Mapping[str, Any]


class Chain(Parts):
    """What the checks of the sweep ask for, and what only an operator can look at."""

    def __init__(
        self,
        *,
        stage: str,
        session: boto3.Session,
        clock: Callable[[], datetime],
        project: Path = Path(),
    ) -> None:
        super().__init__(
            session,
            lambda: checked_settings(project, stage),
            lambda: str(self.caller["Arn"]),
        )
        self.stage = stage
        self.clock = clock
        self.project = project

    @cached_property
    def caller(self) -> Json:
        """Ask who we are; also tells the account, the partition and AWS's time."""
        return {**self.session.client("sts").get_caller_identity()}

    @cached_property
    def stack(self) -> Json | None:
        """Describe the stack; None where there is none."""
        client = self.session.client("cloudformation")
        try:
            found = client.describe_stacks(StackName=f"reprieve-{self.stage}")
        except client.exceptions.ClientError as error:
            # CloudFormation has no code of its own for a stack that is not there.
            if "does not exist" in error.response["Error"]["Message"]:
                return None
            raise
        return {**found["Stacks"][0]}

    @property
    def values(self) -> Mapping[str, str]:
        """Give what CloudFormation fills into the template, by its names."""
        given = (self.stack or {}).get("Parameters", [])
        return {
            "AWS::AccountId": self.caller["Account"],
            **{it["ParameterKey"]: it["ParameterValue"] for it in given},
        }

    @property
    def revert(self) -> str:
        return reverting(f"reprieve-{self.stage}", self.stack or {})

    @cached_property
    def resources(self) -> Mapping[str, str]:
        """Give the physical id of each resource of the stack, by its logical id."""
        client = self.session.client("cloudformation")
        found = client.describe_stack_resources(StackName=f"reprieve-{self.stage}")
        return {
            each["LogicalResourceId"]: each.get("PhysicalResourceId", "")
            for each in found["StackResources"]
        }

    @cached_property
    def token(self) -> str:
        return self.secret("slack-token")

    def secret(self, part: str) -> str:
        """Read a secret of Slack's as Lambda does; "" where nobody has filled it."""
        found = kept(self.session, self.settings.secret(part))
        return found.text if found else ""

    @cached_property
    def slack(self) -> AtSlack:
        settings = self.settings
        return AtSlack(settings.slack_api, self.token, settings.channel)
