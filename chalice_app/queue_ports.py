"""What the stories need of the queues, as they would ask for it."""

from typing import Protocol

from chalice_app.domain.inventory import Turn


class Retries(Protocol):
    def soon(self, receipt: str, seconds: int) -> None:
        """Let the queue hand the same press over again after so many seconds."""


class Looks(Protocol):
    def order(self, case_id: str, looks: int, seconds: int) -> None:
        """Have a case looked at again after so many seconds and earlier looks."""

    def draw(self, digest_id: str, turn: int, seconds: int) -> None:
        """Have a digest drawn after so many seconds."""

    def restore(self, restore_id: str, step: int, seconds: int) -> None:
        """Have a step of a restore of many keys done after so many seconds."""


class Turns(Protocol):
    def order(self, turn: Turn) -> None:
        """Have a page of an inventory read."""
