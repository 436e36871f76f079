"""AWS Secrets Manager: a secret's version of now, and the one before."""

from collections.abc import Callable
from datetime import UTC, datetime

from chalice_app.adapters.aws_json import AwsJson, AwsJsonError, Service
from chalice_app.adapters.secrets import Version
from chalice_app.errors import TryAgainError

MANAGER = Service(name="secretsmanager", version="1.1", target="secretsmanager")
_NONE, _NO_TEXT = "ResourceNotFoundException", "no SecretString"
EMPTY = frozenset({_NONE, _NO_TEXT})


class SecretsManager:
    """`name` turns a part such as "slack-token" into a secret's name."""

    def __init__(self, manager: AwsJson, name: Callable[[str], str]) -> None:
        self._manager = manager
        self._name = name

    def current(self, part: str) -> Version:
        try:
            return self._read(part, "AWSCURRENT")
        except AwsJsonError as error:
            raise TryAgainError(f"{part}: {error.code}") from error

    def previous(self, part: str) -> Version | None:
        try:
            return self._read(part, "AWSPREVIOUS")
        except AwsJsonError as error:
            if error.code == _NONE:
                return None
            raise TryAgainError(f"{part}: {error.code}") from error

    def _read(self, part: str, stage: str) -> Version:
        found = self._manager.ask(
            "GetSecretValue", SecretId=self._name(part), VersionStage=stage
        )
        if "SecretString" not in found:  # nothing yet, or bytes
            raise AwsJsonError(_NO_TEXT, passing=False)
        made_at = datetime.fromtimestamp(found["CreatedDate"], UTC)
        return Version(text=found["SecretString"].strip(), made_at=made_at)
