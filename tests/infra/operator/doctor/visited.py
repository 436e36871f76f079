"""Reprieve as it stands in a sandbox, and doctor's look at it with its own policy."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3

from chalice_app.domain.watcher.finding import Finding
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.checks import CHECKS
from infra.operator.doctor.permissions import policy
from infra.sandbox.aws.credentials import Identity
from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.aws.shapes import REGION
from infra.sandbox.slack import acme
from infra.sandbox.world import World, configuration

ROLE = "Doctor"
ALL = {check.name: check for check in CHECKS}


def session_of(identity: Identity) -> boto3.Session:
    return boto3.Session(
        aws_access_key_id=identity.access_key,
        aws_secret_access_key=identity.secret_key,
        aws_session_token=identity.token or None,
        region_name=REGION,
    )


def visited(world: World) -> "Visited":
    """Be an operator who may do what doctor asks for, and no more."""
    operator = world.aws.assume(ROLE, "olga", json.loads(policy(STAGE)))
    session = session_of(operator)
    environment = world.aws.environment(operator)
    return Visited(world=world, session=session, environment=environment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    world: World
    session: boto3.Session
    environment: dict[str, str]
    clients: dict[str, Any] = field(default_factory=dict)

    def aws(self, service: str) -> Any:
        """Give a client of somebody who may break everything."""
        if service not in self.clients:
            self.clients[service] = self.world.aws.client(service)
        return self.clients[service]

    def chain(self, stage: str = STAGE, *, off: timedelta = timedelta()) -> Chain:
        return Chain(
            stage=stage,
            session=self.session,
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
