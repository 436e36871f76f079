"""Time passes in the whole sandbox, and the sweep runs at each moment that matters."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chalice_app.domain.reminder_plan import Plan
from infra.sandbox.aws.reachable_aws import ReachableAws
from infra.sandbox.aws.shapes import Json
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.sweeping import call_sweep

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_PLAN = Plan()


@dataclass(frozen=True, slots=True, kw_only=True)
class Travelled:
    """When it is now, and when sweeps failed on the way."""

    now: datetime
    failed: tuple[datetime, ...]


def travel(aws: ReachableAws, slack: LocalSlack, span: timedelta) -> Travelled:
    """Go on so far, in order.

    The schedule calls the sweep every hour; those in which nothing is due are left out.
    """
    end, failed = _now(aws) + span, list[datetime]()
    while (now := _now(aws)) < end:
        to = min([end, *(it for it in moments(aws) if now < it)])
        slack.advance((to - now).total_seconds())
        aws.advance((to - now) / _DAY)
        if not call_sweep(aws):
            failed.append(to)
    return Travelled(now=_now(aws), failed=tuple(failed))


def moments(aws: ReachableAws) -> Iterator[datetime]:
    """Give when people are reminded of a key, as the shipped configuration has it."""
    trail = aws.trail()
    for key in aws.keys()["keys"]:
        if key["deletion_date"]:
            dies = datetime.fromtimestamp(key["deletion_date"], UTC)
            yield from (dies - hours * _HOUR for hours in _PLAN.deletion)
        elif key["state"] == "Disabled":
            for at in _disabled(trail, key["id"]):
                yield from (at + hours * _HOUR for hours in _PLAN.disabled)


def _disabled(trail: list[Json], key_id: str) -> Iterator[datetime]:
    for record in trail:
        named = key_id in str(record.get("resources"))
        if named and record["eventName"] == "DisableKey" and "errorCode" not in record:
            yield datetime.fromisoformat(record["eventTime"])


def _now(aws: ReachableAws) -> datetime:
    return datetime.fromisoformat(aws.keys()["now"])
