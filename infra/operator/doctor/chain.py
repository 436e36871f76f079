"""One stage as the checks see it; what several of them need is asked once."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import boto3

from chalice_app.settings import Settings
from infra.configuration import checked_settings
from infra.operator.doctor.at_slack import AtSlack
from infra.operator.doctor.judging.stack import reverting
from infra.operator.kept_secret import kept

Json = Mapping[str, Any]


class Chain:
    def __init__(
        self,
        *,
        stage: str,
        session: boto3.Session,
        clock: Callable[[], datetime],
        project: Path = Path(),
    ) -> None:
        self.stage = stage
        self.session = session
        self.clock = clock
        self.project = project
        self._described: dict[str, Json | None] = {}

    @cached_property
    def settings(self) -> Settings:
        return checked_settings(self.project, self.stage)

    @cached_property
    def caller(self) -> Json:
        """Ask who we are; also tells the account, the partition and AWS's time."""
        return {**self.session.client("sts").get_caller_identity()}

    def arn(self, service: str, name: str) -> str:
        partition = self.caller["Arn"].split(":")[1]
        region, account = self.session.region_name, self.caller["Account"]
        return f"arn:{partition}:{service}:{region}:{account}:{name}"

    @cached_property
    def news(self) -> str:
        return self.arn("sns", self.settings.name("news"))

    @cached_property
    def notices(self) -> str:
        return self.arn("sns", self.settings.name("notices"))

    @cached_property
    def dead_letters(self) -> str:
        return self.arn("sqs", self.settings.name("dead-letters"))

    def function(self, name: str) -> str:
        return self.arn("lambda", f"function:{name}")

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

    def described(self, function: str) -> Json | None:
        """Describe a function, its concurrency and its code; None if there is none."""
        if function not in self._described:
            client = self.session.client("lambda")
            try:
                self._described[function] = {
                    **client.get_function(FunctionName=function)
                }
            except client.exceptions.ResourceNotFoundException:
                self._described[function] = None
        return self._described[function]

    def policy(self, function: str) -> Json | None:
        """Read who may invoke a function; None where nobody was let in."""
        client = self.session.client("lambda")
        try:
            told = client.get_policy(FunctionName=function)
        except client.exceptions.ResourceNotFoundException:
            return None
        document: Json = json.loads(told["Policy"])
        return document

    def subscriptions(self, topic: str) -> Iterator[Json]:
        pages = self.session.client("sns").get_paginator("list_subscriptions_by_topic")
        for page in pages.paginate(TopicArn=topic):
            yield from cast("list[Json]", page["Subscriptions"])

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
