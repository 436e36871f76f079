"""Runs `secret set` as a script would, and looks at what it left in AWS."""

import boto3
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from infra.operator.wording import say
from infra.sandbox.slack import acme

GOOD, SECRET = acme.REPRIEVE_APP.token, "8f742231b10e8888abcd99aaabbb85a5"
NOTHING = say("secret.nothing")
_LEAST = 8  # fewer signs may stand in a sentence by chance


def run(token: str = GOOD, secret: str = SECRET, *options: str) -> Result:
    """Give it two lines; whatever happens, no output shows a part of a secret."""
    line = ["secret", "set", "--stage", "dev", *options]
    result = CliRunner().invoke(commands, line, input=f"{token}\n{secret}\n")
    assert [it for it in (token, secret) if shown(it, result.output)] == []
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def shown(secret: str, output: str) -> bool:
    """Tell if any eight signs of a secret stand in the output."""
    starts = range(len(secret) - _LEAST + 1)
    return any(secret[it : it + _LEAST] in output for it in starts)


def stored(name: str) -> str | None:
    manager = boto3.client("secretsmanager")
    if not manager.describe_secret(SecretId=name).get("VersionIdsToStages"):
        return None
    return manager.get_secret_value(SecretId=name)["SecretString"]
