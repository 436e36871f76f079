"""Slack's request signature, checked against a time that is given."""

from collections.abc import Callable
from datetime import datetime

from slack_sdk.signature import Clock, SignatureVerifier

# A time in seconds has ten digits; int() refuses more than 4,300 with an error.
_TIMESTAMP_MOST = 16


class SlackSignatures:
    def __init__(self, secret: Callable[[], str]) -> None:
        self._secret = secret

    def verify(self, body: str, timestamp: str, signature: str, at: datetime) -> bool:
        """Tell if Slack signed this body within five minutes of this time."""
        if not (timestamp + signature).isascii() or not timestamp.isdigit():
            return False
        if len(timestamp) > _TIMESTAMP_MOST:
            return False
        verifier = SignatureVerifier(self._secret(), clock=_Stopped(at))
        return verifier.is_valid(body, timestamp, signature)


class _Stopped(Clock):
    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> float:
        return self._at.timestamp()
