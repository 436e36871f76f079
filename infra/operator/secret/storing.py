"""Puts Slack's secrets into AWS Secrets Manager, and says how far it came."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click
from botocore.exceptions import BotoCoreError, ClientError

from chalice_app.settings import Settings
from infra.operator.installation import refusal
from infra.operator.wording import say

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient


def store(
    manager: "SecretsManagerClient", settings: Settings, values: Mapping[str, str]
) -> tuple[str, ...]:
    """Store each part under its name; a failure tells what was stored before it."""
    stored: tuple[str, ...] = ()
    for part, value in values.items():
        name = settings.secret(part)
        why = _put(manager, name, value)
        if why:
            key = "secret.half" if stored else "secret.none"
            done = ", ".join(stored)
            raise click.ClickException(say(key, stored=done, name=name, why=why))
        stored = (*stored, name)
    return stored


def _put(manager: "SecretsManagerClient", name: str, value: str) -> str | None:
    """Give a sentence where AWS does not store it."""
    try:
        manager.put_secret_value(SecretId=name, SecretString=value)
    except manager.exceptions.ResourceNotFoundException:
        return say("secret.not_there", region=manager.meta.region_name)
    except ClientError as error:
        return refusal(error)
    except BotoCoreError as error:
        return say("account.silent", why=error)
    return None
