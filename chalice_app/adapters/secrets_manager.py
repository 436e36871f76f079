"""AWS Secrets Manager: a secret's version of now, and the one before."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chalice_app.adapters.aws_errors import trying_again
from chalice_app.adapters.secrets import Version

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient


class SecretsManager:
    """`name` turns a part such as "slack-token" into a secret's name."""

    def __init__(
        self, client: "SecretsManagerClient", name: Callable[[str], str]
    ) -> None:
        self._client = client
        self._name = name

    def current(self, part: str) -> Version:
        with trying_again(part):
            return self._read(part, "AWSCURRENT")

    def previous(self, part: str) -> Version | None:
        with trying_again(part):
            try:
                return self._read(part, "AWSPREVIOUS")
            except self._client.exceptions.ResourceNotFoundException:
                return None

    def _read(self, part: str, stage: str) -> Version:
        found = self._client.get_secret_value(
            SecretId=self._name(part), VersionStage=stage
        )
        return Version(text=found["SecretString"].strip(), made_at=found["CreatedDate"])
