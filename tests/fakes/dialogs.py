"""Modals that somebody has open, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from infra.sandbox.slack.view_checks import read_view

Json = Mapping[str, Any]


@dataclass
class FakeDialogs:
    """Every modal is open that is not named in `closed`; Slack refuses what is wrong.

    `drawn` holds what each shows; its hash is how often it was drawn.
    """

    drawn: dict[str, list[Json]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    fails: list[Exception | None] = field(default_factory=list)

    def fill(self, external_id: str, view: Json, drawn: str | None = None) -> bool:
        failure = self.fails.pop(0) if self.fails else None
        if failure:
            raise failure
        read_view(dict(view))
        shown = self.drawn.setdefault(external_id, [])
        if external_id in self.closed or drawn not in {None, str(len(shown))}:
            return False
        shown.append(view)
        return True

    def shown(self, external_id: str) -> Json:
        """Give the view as it is now."""
        return self.drawn[external_id][-1]
