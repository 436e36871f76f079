"""A message of the channel in memory, in all its versions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chalice_app.domain.case import Place

Json = Mapping[str, Any]


@dataclass
class Posted:
    case_id: str
    versions: list[Json]
    kind: str = "case"
    lines: list[str] = field(default_factory=list)
    inside: Place | None = None  # the thread of a reminder
    broadcasts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)  # in its thread, by ts
