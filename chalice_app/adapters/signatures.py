"""Slack's request signature, checked against a time that is given."""

from collections.abc import Callable
from datetime import datetime

from slack_sdk.signature import Clock, SignatureVerifier


class SlackSignatures:
    def __init__(self, secret: Callable[[], str]) -> None:
        self._secret = secret

    def verify(self, body: str, timestamp: str, signature: str, at: datetime) -> bool:
        """Tell if Slack signed this body within five minutes of this time."""
        if not (timestamp.isascii() and timestamp.isdigit()):
            return False
        verifier = SignatureVerifier(self._secret(), clock=_Stopped(at))
        return verifier.is_valid(body, timestamp, signature)


class _Stopped(Clock):
    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> float:
        return self._at.timestamp()
