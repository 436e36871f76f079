"""One stage's own parts as the checks see them; what several need is asked once."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, cast

import boto3

from chalice_app.settings import Settings

Json = Mapping[str, Any]
_RULE = "AWS::Events::Rule"
# The functions, by their names in Chalice's configuration.
FUNCTIONS = ("alerts", "actions", "inventory", "sweep", "api_handler")
# The stack's alarms, by the last part of their names.
ALARMS = (
    "dead-letters",
    "actions-dead-letters",
    "heartbeat",
    "oldest-action",
    "failures",
)


class Parts:
    """`home` gives any ARN of the account, which also tells the partition."""

    def __init__(
        self,
        session: boto3.Session,
        settings: Callable[[], Settings],
        home: Callable[[], str],
    ) -> None:
        self.session = session
        self._settings = settings
        self._home = home
        self._described: dict[str, Json | None] = {}

    @cached_property
    def settings(self) -> Settings:
        return self._settings()

    @cached_property
    def account(self) -> str:
        return self._home().split(":")[4]

    def arn(self, service: str, name: str) -> str:
        partition, region = self._home().split(":")[1], self.session.region_name
        return f"arn:{partition}:{service}:{region}:{self.account}:{name}"

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

    def name_of(self, part: str) -> str:
        """Name a function as Chalice does: that of the API by the stage alone."""
        stage = self.settings.stage
        return (
            f"reprieve-{stage}" if part == "api_handler" else self.settings.name(part)
        )

    @cached_property
    def rules(self) -> Mapping[str, str]:
        """Give the physical id of each rule of the stack, by its logical id."""
        client = self.session.client("cloudformation")
        name = f"reprieve-{self.settings.stage}"
        found = client.describe_stack_resources(StackName=name)["StackResources"]
        return {
            it["LogicalResourceId"]: it.get("PhysicalResourceId", "")
            for it in found
            if it["ResourceType"] == _RULE
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
