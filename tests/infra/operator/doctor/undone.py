"""A trouble that is made, looked at and taken back."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from tests.infra.operator.doctor.visited import Visited

Trouble = Callable[[Visited], AbstractContextManager[None]]
# The check that must name it, the finding, and how it is made.
Row = tuple[str, str, Trouble]
Back = Callable[[], object]


def undone(make: Callable[[Visited], Back]) -> Trouble:
    """Turn what makes a trouble, and gives the way back, into a context manager."""

    @contextmanager
    def trouble(at: Visited) -> Iterator[None]:
        back = make(at)
        try:
            yield
        finally:
            back()

    return trouble


def calls(service: str, make: str, mend: str, **how: Any) -> Trouble:
    """Make one call with these arguments, and another one afterwards."""

    def trouble(at: Visited) -> Back:
        client = at.aws(service)
        getattr(client, make)(**how)
        return lambda: getattr(client, mend)(**how)

    return undone(trouble)
