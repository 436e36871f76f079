"""Slack's request signature at the door, whose secret may have been changed."""

from collections.abc import Callable, Mapping

from slack_sdk.signature import SignatureVerifier

from chalice_app.adapters.secrets import Secrets

# Whoever knocks can make the door ask Secrets Manager, so it asks no oftener.
_SECONDS_BETWEEN = 60


class DoorSignatures:
    """`now` counts seconds; this door alone may ask a clock."""

    def __init__(self, secrets: Secrets, now: Callable[[], float]) -> None:
        self._secrets = secrets
        self._now = now
        self._asked_at: float | None = None

    def secret_of(self, body: str, headers: Mapping[str, str]) -> str | None:
        """Give the secret that signed this within five minutes of now, or None."""
        known = self._secrets.signing_secret()
        if _signed(known, body, headers):
            return known
        if not self._may_ask():
            return None
        self._asked_at = self._now()
        current = self._secrets.signing_secret_anew()
        return current if _signed(current, body, headers) else None

    def _may_ask(self) -> bool:
        asked = self._asked_at
        return asked is None or self._now() - asked >= _SECONDS_BETWEEN


def _signed(secret: str, body: str, headers: Mapping[str, str]) -> bool:
    return SignatureVerifier(secret).is_valid_request(body, dict(headers))
