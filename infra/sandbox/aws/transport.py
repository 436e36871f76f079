"""The sandbox's loopback stands for TLS, so a policy that refuses plain HTTP lets its callers through."""

from contextvars import ContextVar

from ministack import app
from ministack.core import iam_evaluator


def install() -> None:
    # The emulator's own default is plain HTTP, also for what one service delivers to another.
    origin: ContextVar[tuple[str, bool]] = ContextVar(
        "origin", default=("127.0.0.1", True)
    )

    def pin(source_ip: str, _secure: bool) -> None:  # noqa: FBT001
        origin.set((source_ip, True))

    iam_evaluator._request_origin = origin
    app.pin_request_origin = pin
