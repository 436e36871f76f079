"""The whole sandbox: a local AWS, a local Slack, and Reprieve deployed between them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from infra.sandbox.aws.account_trail import log_every_call
from infra.sandbox.aws.deployment import STAGE, Deployment
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.shapes import Json
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack

EMAIL = "security@acme.example"
# Whoever tries out many keys at once wants an alert for each.
CALM = {"more_than": 30, "within_minutes": 1}
Responders = str | Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    aws: LocalAws
    slack: LocalSlack
    deployment: Deployment
    responders: Responders

    def configure(self, responders: Responders) -> None:
        """Change who may press; the next deploy brings it to the Lambdas."""
        self.deployment.configure(configuration(responders, self.slack))

    def deploy(self) -> None:
        """Deploy, fill the two secrets and tell Slack the address, as an operator."""
        self.deployment.deploy()
        fill_secrets(
            self.aws, acme.REPRIEVE_APP.token, acme.REPRIEVE_APP.signing_secret
        )
        self.slack.events_url = self.deployment.slack_url


@contextmanager
def world(
    *,
    responders: Responders = (acme.ADA, acme.BO),
    scopes: frozenset[str] = acme.SCOPES,
    storms: bool = False,
) -> Iterator[World]:
    """Start everything; Reprieve is deployed by `deploy`.

    With `storms`, many keys at once share a message, as the product has it.
    """
    with (
        LocalSlack(scopes=scopes) as slack,
        LocalAws() as aws,
        Deployment(aws, configuration(responders, slack, storms=storms)) as deployment,
    ):
        log_every_call(aws)
        yield World(aws=aws, slack=slack, deployment=deployment, responders=responders)


def fill_secrets(aws: LocalAws, token: str, signing_secret: str) -> None:
    """Fill the two secrets that the deploy has made, as an operator."""
    operator = aws.assume("Administrator", "operator", EVERYTHING)
    client = aws.client("secretsmanager", operator)
    for name, value in (
        ("slack-token", token),
        ("slack-signing-secret", signing_secret),
    ):
        client.put_secret_value(SecretId=f"reprieve/{STAGE}/{name}", SecretString=value)


def configuration(
    responders: Responders, slack: LocalSlack, *, storms: bool = False
) -> Json:
    listed = responders if isinstance(responders, str) else list(responders)
    return {
        "email": EMAIL,
        "channel": acme.CHANNEL,
        "responders": listed,
        "slack_api": slack.api_url,
        **({} if storms else {"storm": CALM}),
    }
