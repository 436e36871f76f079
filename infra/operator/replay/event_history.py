"""CloudTrail's event history of one account and Region, asked page by page."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

from botocore.exceptions import ClientError

from infra.operator.replay.pace import Pace
from infra.operator.replay.reading import Page, Reading

Json = Mapping[str, Any]
_KMS = "kms.amazonaws.com"
_ENDED = "InvalidNextTokenException"


class TokenEndedError(Exception):
    """CloudTrail knows a kept page token no more, or never gave it."""


class CloudTrail(Protocol):
    def lookup_events(self, **asked: object) -> Json:
        """Answer at most 50 events, the newest first."""


class EventHistory:
    def __init__(self, cloudtrail: CloudTrail, pace: Pace) -> None:
        self._cloudtrail = cloudtrail
        self._pace = pace

    def page(self, reading: Reading) -> Page:
        """Ask for one page; raise TokenEndedError."""
        self._pace.keep()
        try:
            answer = self._cloudtrail.lookup_events(**_asked(reading))
        except ClientError as error:
            if reading.token and error.response["Error"]["Code"] == _ENDED:
                raise TokenEndedError from error
            raise
        events = answer["Events"]
        return Page(
            records=tuple(map(_record, events)),
            times=tuple(it["EventTime"] for it in events),
            token=answer.get("NextToken"),
        )


def _asked(reading: Reading) -> Json:
    by = ("EventName", reading.name) if reading.name else ("EventSource", _KMS)
    limits = {"EndTime": reading.until, "NextToken": reading.token}
    return {
        "LookupAttributes": [{"AttributeKey": by[0], "AttributeValue": by[1]}],
        "StartTime": reading.since,
        **{name: value for name, value in limits.items() if value},
    }


def _record(event: Json) -> object:
    """Give CloudTrail's record; what names it, where its text cannot be read."""
    try:
        return json.loads(event["CloudTrailEvent"])
    except (ValueError, RecursionError):
        return {"eventSource": event["EventSource"], "eventName": event["EventName"]}
