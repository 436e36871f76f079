"""The bot token as it is kept in AWS Secrets Manager, and where that is."""

from dataclasses import dataclass, field

import click
from botocore.exceptions import ClientError

from infra.operator.installation import Installation
from infra.operator.secret.forms import fault_of_token
from infra.operator.wording import say

_EMPTY = "ResourceNotFoundException"  # for a secret without a value, too


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptToken:
    text: str = field(repr=False)
    account: str
    region: str


def kept_token(at: Installation) -> KeptToken:
    """Read the token; end the command in a sentence where there is none."""
    manager, name = (
        at.session.client("secretsmanager"),
        at.settings.secret("slack-token"),
    )
    missing = say("workspace.no_token", name=name, region=manager.meta.region_name)
    try:
        told = manager.get_secret_value(SecretId=name)
    except ClientError as error:
        if error.response["Error"]["Code"] != _EMPTY:
            raise
        raise click.ClickException(missing) from error
    # Without SecretString it holds bytes, which no function of Reprieve reads.
    text = told.get("SecretString", "").strip()
    if not text:
        raise click.ClickException(missing)
    if fault_of_token(text):  # an HTTP library would quote it in its error
        raise click.ClickException(say("workspace.no_such_token", name=name))
    _, _, _, region, account, *_ = told["ARN"].split(":")
    return KeptToken(text=text, account=account, region=region)
