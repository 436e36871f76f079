"""CloudTrail records for what callers and KMS itself do to keys."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from infra.sandbox.aws.clock import iso
from infra.sandbox.aws.identity import Caller, user_identity
from infra.sandbox.aws.shapes import Json, Place
from infra.sandbox.aws.trail_spelling import spelled

_ACCESS_DENIED = "AccessDeniedException"
_WITHOUT_RESOURCES = frozenset(
    {_ACCESS_DENIED, "NotFoundException", "InvalidArnException"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KmsCall:
    operation: str
    request: Json
    resources: tuple[str, ...]
    caller: Caller
    place: Place
    source_ip: str
    user_agent: str
    request_id: str
    at: datetime


def api_record(call: KmsCall, answer: Json) -> Json:
    error = answer.get("__type", "").rsplit("#", 1)[-1]
    record = {
        "userIdentity": user_identity(call.caller),
        **_common(call.operation, call.at, call.place),
        "sourceIPAddress": call.source_ip,
        "userAgent": call.user_agent,
        "requestParameters": spelled(call.request),
        "responseElements": None if error else _response(call, answer),
        "requestID": call.request_id,
        "eventType": "AwsApiCall",
        "tlsDetails": _tls(call.place.region),
    }
    if call.resources and error not in _WITHOUT_RESOURCES:
        record["resources"] = [_resource(arn, call.place) for arn in call.resources]
    return {**record, **_error(error, answer)} if error else record


def service_record(
    event: str, *, key_arn: str, place: Place, at: datetime, material: str = ""
) -> Json:
    # What KMS does itself has no caller, no parameters and no request id.
    record = {
        "userIdentity": {"accountId": place.account, "invokedBy": "AWS Internal"},
        **_common(event, at, place),
        "sourceIPAddress": "AWS Internal",
        "userAgent": "AWS Internal",
        "requestParameters": None,
        "responseElements": None,
        "resources": [_resource(key_arn, place)],
        "eventType": "AwsServiceEvent",
    }
    if not material:
        return {**record, "responseElements": {"keyId": key_arn}}
    details = {"keyId": key_arn.rsplit("/", 1)[-1], "keyMaterialId": material}
    return {**record, "serviceEventDetails": details}


def _common(event: str, at: datetime, place: Place) -> Json:
    return {
        "eventVersion": "1.11",
        "eventTime": iso(at),
        "eventSource": "kms.amazonaws.com",
        "eventName": event,
        "awsRegion": place.region,
        "eventID": str(uuid.uuid4()),
        "readOnly": False,
        "managementEvent": True,
        "recipientAccountId": place.account,
        "eventCategory": "Management",
    }


def _response(call: KmsCall, answer: Json) -> Json:
    # Since December 2022 CloudTrail gives the key's ARN even where the call answers
    # nothing.
    keys = [arn for arn in call.resources if ":key/" in arn]
    named = {"keyId": keys[0]} if keys and "KeyMetadata" not in answer else {}
    return {**spelled(answer), **named}


def _error(code: str, answer: Json) -> Json:
    return {
        "errorCode": "AccessDenied" if code == _ACCESS_DENIED else code,
        "errorMessage": answer.get("message") or answer.get("Message", ""),
    }


def _resource(arn: str, place: Place) -> Json:
    return {"accountId": place.account, "type": "AWS::KMS::Key", "ARN": arn}


def _tls(region: str) -> Json:
    return {
        "tlsVersion": "TLSv1.3",
        "cipherSuite": "TLS_AES_128_GCM_SHA256",
        "clientProvidedHostHeader": f"kms.{region}.amazonaws.com",
    }
