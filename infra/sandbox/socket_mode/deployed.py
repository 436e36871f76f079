"""Reprieve in the local AWS, with the token of a real workspace."""

from collections.abc import Iterator
from contextlib import contextmanager

from infra.sandbox.aws.deployment import Deployment
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.socket_mode.bridge import Bridge
from infra.sandbox.socket_mode.given import Given
from infra.sandbox.world import World, fill_secrets

_ELSEWHERE = (
    "In this run Slack is real: alerts go to {channel} in {workspace}, and are pressed "
    "there."
)


@contextmanager
def deployed(api: str, given: Given, bridge: Bridge, workspace: str) -> Iterator[World]:
    """Deploy as anybody would; from then on the bridge leads to the route.

    The local Slack only says where the alerts are.
    """
    with (
        LocalSlack() as slack,
        LocalAws() as aws,
        Deployment(aws, given.section(api)) as deployment,
    ):
        deployment.deploy()
        fill_secrets(aws, given.bot_token, bridge.secret)
        bridge.lead_to(deployment.slack_url)
        bridge.warm_up()
        said = _ELSEWHERE.format(channel=f"`{given.channel}`", workspace=workspace)
        slack.say(acme.REPRIEVE, said)
        yield World(
            aws=aws, slack=slack, deployment=deployment, responders=given.responders
        )
