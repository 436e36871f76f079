"""CloudTrail's event history in memory, by the very rules of the sandbox's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from infra.sandbox.aws.history_page import page
from infra.sandbox.aws.shapes import Refusal

Json = Mapping[str, Any]


@dataclass(slots=True)
class LocalTrail:
    """`breaks_at` is the call at which the connection is lost."""

    records: list[dict[str, Any]]
    breaks_at: int = 0
    asked: list[Json] = field(default_factory=list)

    def lookup_events(self, **asked: Any) -> Json:
        self.asked.append(asked)
        if len(self.asked) == self.breaks_at:
            raise ConnectionError
        answer = page(self.records, {name: _sent(it) for name, it in asked.items()})
        assert not isinstance(answer, Refusal), answer
        events = [{**it, "EventTime": _got(it["EventTime"])} for it in answer["Events"]]
        return {**answer, "Events": events}

    @property
    def looked_up(self) -> list[str]:
        """Name what each call looked up."""
        return [it["LookupAttributes"][0]["AttributeValue"] for it in self.asked]


def _sent(value: object) -> object:
    return value.timestamp() if isinstance(value, datetime) else value


def _got(epoch: float) -> datetime:
    return datetime.fromtimestamp(epoch, UTC)
