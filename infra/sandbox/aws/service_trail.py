"""CloudTrail's records of calls to other services than KMS, for who asks for them.

A deploy makes many, each of which would be an event: so they are left out at first.
"""

import uuid

from ministack import app
from ministack.core.responses import get_request_client_ip

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.callers import caller
from infra.sandbox.aws.clock import Clock, iso
from infra.sandbox.aws.events import Events
from infra.sandbox.aws.identity import user_identity
from infra.sandbox.aws.service_calls import ServiceCall, service_call
from infra.sandbox.aws.shapes import Answer, Emulated, Handler, Json

_OK = 300


def install(clock: Clock, events: Events) -> None:
    emulator = app._dispatch_service_request
    app._dispatch_service_request = _observed(clock, events, emulator)


def _observed(clock: Clock, events: Events, emulator: Handler) -> Handler:
    async def dispatch(method: str, path: str, *rest: Emulated) -> Answer:
        headers, body, query, _ = rest
        call = service_call(method, path, headers, body) if events.services else None
        # Before the call is carried out: the one that stops a trail is its last.
        heard = events.heard(kms_store.place()) if call else False
        answer = await emulator(method, path, *rest)
        known = caller(headers, query) if call else None
        if call and known and answer[0] < _OK:
            record = _record(call, clock, user_identity(known), headers)
            events.recorded(record, heard=heard)
        return answer

    return dispatch


def _record(call: ServiceCall, clock: Clock, who: Json, headers: Json) -> Json:
    place = kms_store.place()
    return {
        "eventVersion": "1.11",
        "userIdentity": who,
        "eventTime": iso(clock.now()),
        "eventSource": f"{call.service}.amazonaws.com",
        "eventName": call.name,
        "awsRegion": place.region,
        "sourceIPAddress": get_request_client_ip(),
        "userAgent": headers.get("user-agent", ""),
        "requestParameters": call.parameters,
        "responseElements": None,
        "requestID": str(uuid.uuid4()),
        "eventID": str(uuid.uuid4()),
        "readOnly": False,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": place.account,
        "eventCategory": "Management",
    }
