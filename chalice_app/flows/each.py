"""Carry out several steps, whatever one of them meets."""

from collections.abc import Callable

from chalice_app.errors import ChatRefusedError, TryAgainError

Step = Callable[[], object]


def each(*steps: Step) -> None:
    """Carry all out, whatever one meets; then raise what was met first.

    An e-mail does not wait for Slack, nor Slack for the e-mail.
    """
    met = [error for error in map(_met, steps) if error]
    if met:
        raise met[0]


def _met(step: Step) -> TryAgainError | ChatRefusedError | None:
    try:
        step()
    except (TryAgainError, ChatRefusedError) as error:
        return error
    return None
