"""CloudTrail's event history: LookupEvents over what was recorded, with its limits."""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from ministack.services import cloudtrail

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.events import Events
from infra.sandbox.aws.history_page import moment, page
from infra.sandbox.aws.shapes import Answer, Json, Place, Refusal, answered, refused

_CALLS = 2  # a second, for an account and a Region
_KEPT_FOR = 90 * 86400
_THROTTLED = Refusal(code="ThrottlingException", text="Rate exceeded")


def _last_calls() -> dict[Place, deque[float]]:
    return defaultdict(lambda: deque(maxlen=_CALLS))


@dataclass(slots=True)
class Lookups:
    """The last calls of each account and Region; `tick` counts in seconds."""

    tick: Callable[[], float] = time.monotonic
    calls: dict[Place, deque[float]] = field(default_factory=_last_calls)

    def taken(self, place: Place) -> bool:
        """Take a call, if there were not too many in the last second."""
        now, calls = self.tick(), self.calls[place]
        if len(calls) == _CALLS and now - calls[0] < 1:
            return False
        calls.append(now)
        return True


def install(clock: Clock, events: Events, lookups: Lookups) -> None:
    # The emulator's own history names no caller but an access key, tells of no error,
    # and has no second page.
    def lookup(request: Json) -> Answer:
        place = kms_store.place()
        if not lookups.taken(place):
            return refused(_THROTTLED)
        found = page(_kept(clock, events, place), request)
        return refused(found) if isinstance(found, Refusal) else answered(found)

    cloudtrail._DISPATCH["LookupEvents"] = lookup


def _kept(clock: Clock, events: Events, place: Place) -> list[Json]:
    since, here = clock.epoch() - _KEPT_FOR, (place.account, place.region)
    return [
        record
        for record in events.trail
        if (record["recipientAccountId"], record["awsRegion"]) == here
        and moment(record) >= since
    ]
