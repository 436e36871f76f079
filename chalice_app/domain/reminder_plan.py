"""When people are reminded: how long before a deletion, how long after a disabling."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

_SPAN = re.compile(r"([1-9][0-9]{0,2})([dh])")
_HOURS: Mapping[str, int] = MappingProxyType({"d": 24, "h": 1})


class Danger(StrEnum):
    """What reminders count from, as the configuration names it."""

    DELETION = "deletion"  # hours before KMS's date
    DISABLED = "disabled"  # hours after the key was disabled


# Time runs towards the one, and away from the other.
_RISES: Mapping[Danger, bool] = MappingProxyType(
    {Danger.DELETION: False, Danger.DISABLED: True}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The hours of each reminder, the most urgent last.

    RDS gives up on a database, and DynamoDB on a table, after seven days without the
    key: hence the fifth day.
    """

    deletion: tuple[int, ...] = (7 * 24, 2 * 24, 24, 4)
    disabled: tuple[int, ...] = (12, 5 * 24)

    def hours(self, danger: Danger) -> tuple[int, ...]:
        return self.deletion if danger is Danger.DELETION else self.disabled


def is_plan(value: object) -> bool:
    """Tell if a section of the configuration can be read as a plan."""
    if not isinstance(value, Mapping) or not value or not value.keys() <= set(Danger):
        return False
    return all(_fits(Danger(name), given) for name, given in value.items())


def plan_in(value: Mapping[str, Iterable[str]]) -> Plan:
    """Read a section that fits; what it leaves out is as usual."""
    return Plan(**{name: tuple(map(_hours, given)) for name, given in value.items()})


def _fits(danger: Danger, given: object) -> bool:
    spans = given if isinstance(given, list) else [None]
    if not all(isinstance(it, str) and _SPAN.fullmatch(it) for it in spans):
        return False
    return all(
        (a < b) is _RISES[danger] and a != b for a, b in pairwise(map(_hours, spans))
    )


def _hours(span: str) -> int:
    return int(span[:-1]) * _HOURS[span[-1]]
