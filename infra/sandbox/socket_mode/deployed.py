"""Reprieve in the local AWS, with the token of a real workspace."""

from collections.abc import Iterator
from contextlib import contextmanager

from infra.sandbox.aws.deployment import Deployment
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.socket_mode.bridge import Bridge
from infra.sandbox.socket_mode.given import Given
from infra.sandbox.world import fill_secrets


@contextmanager
def deployed(api: str, given: Given, bridge: Bridge) -> Iterator[LocalAws]:
    """Deploy as anybody would; from then on the bridge leads to the route."""
    with LocalAws() as aws, Deployment(aws, given.section(api)) as deployment:
        deployment.deploy()
        fill_secrets(aws, given.bot_token, bridge.secret)
        bridge.lead_to(deployment.slack_url)
        yield aws
