"""When each hop had the drill, by its own clock, and how long the way to it was."""

from dataclasses import dataclass
from datetime import UTC, datetime

from chalice_app.domain.drill import Drill, DrillPress

_ALERT = ("eventbridge", "sns", "alerts", "slack")
_PRESS = ("pressed", "queue", "actions", "done")
# Each of these hops is known by what the last of them has kept with the drill.
_KEPT_BY = {"eventbridge": "alerts", "sns": "alerts"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    name: str
    at: datetime | None

    @property
    def whole(self) -> bool:
        """Tell if the time may be rounded down to a second, as many clocks are told."""
        return self.at is not None and self.at.microsecond == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Seconds from one hop to another: no fewer and no more, for what is rounded."""

    least: float
    most: float


def hops_of(drill: Drill | None, *, press: bool) -> tuple[Hop, ...]:
    """Give all hops in their order; `press` asks for those of a press, too."""
    times = _times(drill) if drill else {}
    return tuple(
        Hop(name=name, at=times.get(name))
        for name in (*_ALERT, *(_PRESS if press else ()))
    )


def _times(drill: Drill) -> dict[str, datetime]:
    found = {
        "eventbridge": drill.news.event_at,
        "sns": drill.news.news_at,
        "alerts": drill.began_at,
    }
    if drill.place:
        found["slack"] = datetime.fromtimestamp(float(drill.place.ts), UTC)
    return found | (_times_of_press(drill.press) if drill.press else {})


def _times_of_press(press: DrillPress) -> dict[str, datetime]:
    return {
        "pressed": press.pressed_at,
        "queue": press.queued_at,
        "actions": press.received_at,
        "done": press.done_at,
    }


def took(before: Hop, after: Hop) -> Took | None:
    """Say how long it took from one hop to another; None while one is not known."""
    if before.at is None or after.at is None:
        return None
    seconds = (after.at - before.at).total_seconds()
    return Took(least=seconds - before.whole, most=seconds + after.whole)


def silent(hops: tuple[Hop, ...]) -> str | None:
    """Name the first hop that has not answered; None if all have."""
    missing = [it.name for it in hops if it.at is None]
    return _KEPT_BY.get(missing[0], missing[0]) if missing else None
