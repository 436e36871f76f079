"""The loopback stands for TLS, so that a policy against plain HTTP lets callers in."""

from contextvars import ContextVar

from ministack import app
from ministack.core import iam_evaluator

_TLS = ("127.0.0.1", True)


def install() -> None:
    # The emulator counts as plain HTTP also what one service delivers to another.
    origin: ContextVar[tuple[str, bool]] = ContextVar("origin", default=_TLS)

    def pin(source_ip: str, _secure: object) -> None:
        origin.set((source_ip, True))

    iam_evaluator._request_origin = origin
    app.pin_request_origin = pin
