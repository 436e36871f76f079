"""A secret of Slack's as it is kept in AWS Secrets Manager, and where that is."""

from dataclasses import dataclass, field

import boto3
import click

from infra.operator.installation import Installation
from infra.operator.secret.forms import fault_of_token
from infra.operator.wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    text: str = field(repr=False)
    account: str
    region: str


def kept(session: boto3.Session, name: str) -> Kept | None:
    """Read a secret as Lambda does; None where nobody has filled it."""
    manager = session.client("secretsmanager")
    try:
        told = manager.get_secret_value(SecretId=name)
    except manager.exceptions.ResourceNotFoundException:  # without a value, too
        return None
    # Without SecretString it holds bytes, which no function of Reprieve reads.
    text = told.get("SecretString", "").strip()
    _, _, _, region, account, *_ = told["ARN"].split(":")
    return Kept(text=text, account=account, region=region) if text else None


def kept_token(at: Installation) -> Kept:
    """Read the token; end the command in a sentence where there is none."""
    name = at.settings.secret("slack-token")
    token = kept(at.session, name)
    if token is None:
        region = at.session.region_name
        raise click.ClickException(say("workspace.no_token", name=name, region=region))
    if fault_of_token(token.text):  # an HTTP library would quote it in its error
        raise click.ClickException(say("workspace.no_such_token", name=name))
    return token
