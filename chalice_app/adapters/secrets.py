"""Slack's two secrets, kept per container and read anew where the kept one fails."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

_TOKEN, _SIGNING = "slack-token", "slack-signing-secret"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    text: str
    made_at: datetime


class Vault(Protocol):
    def current(self, part: str) -> Version:
        """Read what is valid now; raise TryAgainError."""

    def previous(self, part: str) -> Version | None:
        """Read what was valid before, if there is such a version."""


class Secrets:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._kept: dict[str, Version] = {}

    def token(self) -> str:
        return self._known(_TOKEN).text

    def token_anew(self) -> str:
        return self._anew(_TOKEN).text

    def signing_secret(self) -> str:
        return self._known(_SIGNING).text

    def signing_secret_anew(self) -> str:
        return self._anew(_SIGNING).text

    def signing_secrets(self, signed_at: float) -> Iterator[str]:
        """Give what may have signed a press; each is read only if those before fail.

        The previous secret may have signed what is older than the current one, nothing
        else: a secret that was changed because it leaked is worth nothing.
        """
        yield self.signing_secret()
        current = self._anew(_SIGNING)
        yield current.text
        previous = self._vault.previous(_SIGNING)
        if previous and signed_at <= current.made_at.timestamp():
            yield previous.text

    def _known(self, part: str) -> Version:
        return self._kept.get(part) or self._anew(part)

    def _anew(self, part: str) -> Version:
        self._kept[part] = self._vault.current(part)
        return self._kept[part]
