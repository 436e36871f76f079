"""Reprieve as it stands in a sandbox, and doctor's look at it with its own policy."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3

from infra.operator.doctor.chain import Chain
from infra.operator.doctor.checks import CHECKS
from infra.operator.doctor.finding import Finding
from infra.operator.doctor.permissions import policy
from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.slack import acme
from infra.sandbox.world import World, configuration

ROLE = "Doctor"
ALL = {check.name: check for check in CHECKS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    world: World

    def aws(self, service: str) -> Any:
        """Give a client of somebody who may break everything."""
        return self.world.aws.client(service)

    def environment(self) -> dict[str, str]:
        given = json.loads(policy(STAGE))
        return self.world.aws.environment(self.world.aws.assume(ROLE, "olga", given))

    def chain(self, stage: str = STAGE, *, off: timedelta = timedelta()) -> Chain:
        return Chain(
            stage=stage,
            session=boto3.Session(),
            clock=lambda: datetime.now(UTC) + off,
            project=self.world.deployment.folder,
        )

    def findings(self, name: str, chain: Chain | None = None) -> list[Finding]:
        """Make one check, as if those that it builds on were right."""
        return list(ALL[name].run(chain or self.chain()))

    @contextmanager
    def configured(self, **changes: Any) -> Iterator[None]:
        """Change the checkout's configuration, without a deploy."""
        usual = configuration(self.world.responders, self.world.slack)
        self.world.deployment.configure({**usual, **changes})
        try:
            yield
        finally:
            self.world.deployment.configure(usual)

    @contextmanager
    def workspace(self, **changes: Any) -> Iterator[None]:
        store = self.world.slack.store
        before = store.workspace
        store.workspace = replace(before, **changes)
        try:
            yield
        finally:
            store.workspace = before

    @contextmanager
    def channel(self, **changes: Any) -> Iterator[None]:
        changed = {acme.CHANNEL: replace(acme.ALERTS, **changes)}
        with self.workspace(channels=changed):
            yield
