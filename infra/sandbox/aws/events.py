"""Hands events to the emulator's EventBridge as if AWS services had sent them."""

import asyncio
import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime

from ministack.core.responses import request_scope
from ministack.services import cloudtrail, eventbridge

from infra.sandbox.aws.shapes import Json, Place

_DETAIL_TYPES = {
    "AwsApiCall": "AWS API Call via CloudTrail",
    "AwsServiceEvent": "AWS Service Event via CloudTrail",
}


def _one_worker() -> ThreadPoolExecutor:
    # One thread: the caller has its answer first, and events keep their order.
    return ThreadPoolExecutor(max_workers=1)


@dataclass(slots=True)
class Events:
    trail: list[Json] = field(default_factory=list)
    pending: dict[str, Json] = field(default_factory=dict)
    worker: ThreadPoolExecutor = field(default_factory=_one_worker)
    services: bool = False  # whether others than KMS are recorded
    trailed: bool = False  # whether the account has ever had a trail

    def recorded(self, record: Json, *, heard: bool | None = None) -> None:
        """Keep it for the event history; hand it on if a trail logs."""
        self.trail.append(record)
        account, region = record["recipientAccountId"], record["awsRegion"]
        place = Place(account=account, region=region)
        if self.heard(place) if heard is None else heard:
            self.emit(_envelope(record))

    def heard(self, place: Place) -> bool:
        """Tell if EventBridge hears of calls; without any trail, too, unlike in AWS."""
        here = [
            trail
            for home, _name, trail in cloudtrail._account_trail_items(place.account)
            if trail.get("IsMultiRegionTrail") or home == place.region
        ]
        self.trailed = self.trailed or bool(here)
        return not self.trailed or any(it.get("IsLogging") for it in here)

    def emit(self, envelope: Json) -> None:
        self.pending[str(uuid.uuid4())] = envelope
        self.worker.submit(self.flush)

    def flush(self) -> None:
        """Bring what is pending to the targets of rules; keep it until it is there."""
        for name, envelope in list(self.pending.items()):
            try:
                deliver(envelope)
            finally:
                del self.pending[name]

    async def settled(self) -> None:
        """Wait until everything emitted so far has reached the rules' targets."""
        await asyncio.wrap_future(self.worker.submit(int))


def _envelope(record: Json) -> Json:
    return {
        "source": f"aws.{record['eventSource'].partition('.')[0]}",
        "detail-type": _DETAIL_TYPES[record["eventType"]],
        "account": record["recipientAccountId"],
        "region": record["awsRegion"],
        "time": record["eventTime"],
        "detail": record,
    }


def native_event(detail_type: str, *, key_arn: str, place: Place, time: str) -> Json:
    # KMS tells EventBridge these itself, without CloudTrail.
    return {
        "source": "aws.kms",
        "detail-type": detail_type,
        "account": place.account,
        "region": place.region,
        "time": time,
        "resources": [key_arn],
        "detail": {"key-id": key_arn.rsplit("/", 1)[-1]},
    }


def deliver(envelope: Json) -> None:
    with request_scope(envelope["account"], envelope["region"]):
        event = _as_stored(envelope)
        eventbridge._dispatch_event(event, eventbridge._pattern_event_view(event))


def _as_stored(envelope: Json) -> Json:
    return {
        "EventId": envelope.get("id") or str(uuid.uuid4()),
        "Source": envelope["source"],
        "DetailType": envelope["detail-type"],
        "Detail": json.dumps(envelope["detail"]),
        "EventBusName": "default",
        "Time": int(datetime.fromisoformat(envelope["time"]).timestamp()),
        "Resources": envelope.get("resources", []),
        "Account": envelope["account"],
        "Region": envelope["region"],
    }
