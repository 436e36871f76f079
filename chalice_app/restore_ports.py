"""What the stories of many keys need of the table and of open modals."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Protocol

from chalice_app.domain.restore_parts import Progress, Restore
from chalice_app.domain.review import Review


class Dialogs(Protocol):
    def fill(
        self, external_id: str, view: Mapping[str, object], drawn: str | None = None
    ) -> bool:
        """Draw an open modal anew; False if it is closed, or changed since `drawn`."""


class Restores(Protocol):
    """Reviews of many keys, and what responders have asked for in them."""

    def list(self, review: Review, at: datetime) -> Review:
        """Keep which keys are listed, or find what an earlier delivery has listed."""

    def listed(self, review_id: str) -> Review | None: ...

    def begin(self, restore: Restore, progress: Progress) -> Progress:
        """Keep what is asked for, once; give how far it is."""

    def get(self, restore_id: str) -> Restore | None: ...

    def progress(self, restore_id: str) -> Progress | None: ...

    def unfinished(self) -> Iterator[str]:
        """Name every restore that has not ended, for the sweep."""

    def take(self, restore_id: str, step: int, holder: str) -> datetime | None:
        """Take the right to do a step, and give the table's time.

        None if the step is done, or another message's worker is doing it.
        """

    def note(self, restore_id: str, progress: Progress, holder: str) -> bool:
        """Note what a step has done, and end the right to it."""
