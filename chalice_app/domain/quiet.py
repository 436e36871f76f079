"""What people say about a key in trouble, and how long no reminder comes after it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType


class Saying(StrEnum):
    LOOKING = "looking"
    INTENDED = "intended"
    EXPECTED = "expected"
    SNOOZE_1D = "snooze_1d"
    SNOOZE_3D = "snooze_3d"
    SNOOZE_TO_1D = "snooze_to_1d"


SNOOZES = frozenset({Saying.SNOOZE_1D, Saying.SNOOZE_3D, Saying.SNOOZE_TO_1D})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """So long, or until so long before the deletion; neither: until the last one."""

    lasts: timedelta | None = None
    before: timedelta | None = None


_DAY = timedelta(days=1)
HOLDS: Mapping[Saying, Hold] = MappingProxyType(
    {
        Saying.LOOKING: Hold(lasts=_DAY),
        Saying.INTENDED: Hold(),
        Saying.EXPECTED: Hold(),
        Saying.SNOOZE_1D: Hold(lasts=_DAY),
        Saying.SNOOZE_3D: Hold(lasts=3 * _DAY),
        Saying.SNOOZE_TO_1D: Hold(before=_DAY),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """What somebody has said last, by the table's clock.

    `about` is what reminders counted from then: after a new schedule it is another
    moment, and what was said is of the past. `until` is None where nothing is held.
    """

    saying: Saying
    user: str
    at: datetime
    about: datetime | None
    until: datetime | None
