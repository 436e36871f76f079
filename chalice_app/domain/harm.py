"""What the successful calls on a key tell, in whatever order their events arrive."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.watched import News, news_of

# CloudTrail's times are whole seconds. KMS disables no dying key, so in one second a
# DisableKey comes before a ScheduleKeyDeletion; what is lost is last.
_HARM = (News.DISABLED, News.SCHEDULED, News.LOST)

_TIMED: Mapping[str, str] = MappingProxyType(
    {
        "ScheduleKeyDeletion": "scheduled_at",
        "DisableKey": "disabled_at",
        "EnableKey": "enabled_at",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """When the key was last scheduled for deletion, disabled and enabled."""

    scheduled_at: datetime | None = None
    disabled_at: datetime | None = None
    enabled_at: datetime | None = None

    @property
    def disabled_before(self) -> bool:
        """Tell if we know that the key was disabled when its deletion was scheduled."""
        off, on, end = self.disabled_at, self.enabled_at, self.scheduled_at
        return bool(off and end and off <= end and (on is None or on < off))


def noted(calls: Calls, event: KeyEvent) -> Calls:
    name = _TIMED.get(event.name)
    if name is None:
        return calls
    return replace(calls, **{name: later(getattr(calls, name), event.occurred_at)})


def does_harm(event: KeyEvent) -> bool:
    return news_of(event) in _HARM


def later_harm(one: KeyEvent | None, other: KeyEvent) -> KeyEvent:
    return max(one, other, key=_order) if one else other


def later(one: datetime | None, other: datetime) -> datetime:
    return max(one, other) if one else other


def _order(event: KeyEvent) -> tuple[datetime, int, str]:
    news = news_of(event)
    rank = _HARM.index(news) if news in _HARM else -1
    return event.occurred_at, rank, event.event_id
