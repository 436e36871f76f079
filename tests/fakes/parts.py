"""Reprieve's own parts in memory: all well, until a test says otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from chalice_app.domain.watcher.finding import Finding, ok
from chalice_app.domain.watcher.outage import Looked

CHECKS = ("trail", "rules", "channel")


@dataclass
class FakeParts:
    """`found` holds, by check, what is not well with it."""

    found: dict[str, list[Finding]] = field(default_factory=dict)

    def look(self) -> Sequence[Looked]:
        return [
            Looked(check=it, findings=tuple(self.found.get(it, [ok("well")])))
            for it in CHECKS
        ]
