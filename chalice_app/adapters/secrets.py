"""Slack's two secrets, read once per container."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chalice_app.adapters.aws_errors import trying_again

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient


class Secrets:
    """`name` turns a part such as "slack-token" into a secret's name."""

    def __init__(
        self, client: "SecretsManagerClient", name: Callable[[str], str]
    ) -> None:
        self._client = client
        self._name = name
        self._known: dict[str, str] = {}

    def token(self) -> str:
        return self._read("slack-token")

    def signing_secret(self) -> str:
        return self._read("slack-signing-secret")

    def _read(self, part: str) -> str:
        if part not in self._known:
            with trying_again(part):
                answer = self._client.get_secret_value(SecretId=self._name(part))
            self._known[part] = answer["SecretString"].strip()
        return self._known[part]
