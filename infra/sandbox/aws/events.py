"""Hands events to the emulator's EventBridge, one after another, as if AWS services had sent them."""

import asyncio
import json
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ministack.core.responses import request_scope
from ministack.services import eventbridge

from infra.sandbox.aws.shapes import Json, Place

# AWS files a record under the kind of event that CloudTrail says it is.
_DETAIL_TYPES = {
    "AwsApiCall": "AWS API Call via CloudTrail",
    "AwsServiceEvent": "AWS Service Event via CloudTrail",
}


@dataclass(slots=True)
class Events:
    """The caller has its answer before its event is delivered, so delivery has a thread of its own."""

    trail: list[Json] = field(default_factory=list)
    worker: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(max_workers=1)
    )

    def recorded(self, record: Json) -> None:
        self.trail.append(record)
        self.emit(_envelope(record))

    def emit(self, envelope: Json) -> None:
        self.worker.submit(deliver, envelope)

    async def settled(self) -> None:
        """Everything emitted so far has reached the rules' targets."""
        await asyncio.wrap_future(self.worker.submit(_nothing))


_nothing: Callable[[], None] = lambda: None  # noqa: E731


def _envelope(record: Json) -> Json:
    return {
        "source": "aws.kms",
        "detail-type": _DETAIL_TYPES[record["eventType"]],
        "account": record["recipientAccountId"],
        "region": record["awsRegion"],
        "time": record["eventTime"],
        "resources": [],
        "detail": record,
    }


def native_event(detail_type: str, *, key_arn: str, place: Place, time: str) -> Json:
    """What KMS itself tells EventBridge, without CloudTrail."""
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
        "Time": int(
            datetime.fromisoformat(envelope["time"]).replace(tzinfo=UTC).timestamp()
        ),
        "Resources": envelope.get("resources", []),
        "Account": envelope["account"],
        "Region": envelope["region"],
    }
