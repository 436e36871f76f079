"""Slack's request signature, checked against a time that is given."""

from collections.abc import Callable, Iterable
from datetime import datetime

from slack_sdk.signature import Clock, SignatureVerifier

# A time in seconds has ten digits; int() refuses more than 4,300 with an error.
_TIMESTAMP_MOST = 16


class SlackSignatures:
    """`secrets` gives what may have signed at a time, the likeliest first."""

    def __init__(self, secrets: Callable[[float], Iterable[str]]) -> None:
        self._secrets = secrets

    def verify(self, body: str, timestamp: str, signature: str, at: datetime) -> bool:
        """Tell if Slack signed this body within five minutes of this time."""
        if not (timestamp + signature).isascii() or not timestamp.isdigit():
            return False
        if len(timestamp) > _TIMESTAMP_MOST:
            return False
        return any(
            SignatureVerifier(secret, clock=_Stopped(at)).is_valid(
                body, timestamp, signature
            )
            for secret in self._secrets(float(timestamp))
        )


class _Stopped(Clock):
    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> float:
        return self._at.timestamp()
