"""CloudTrail records for KMS calls, spelled as CloudTrail spells them."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from infra.sandbox.aws.clock import as_cloudtrail_prints, iso
from infra.sandbox.aws.identity import Caller, user_identity
from infra.sandbox.aws.shapes import Json, Place

# Every KMS operation that writes; CloudTrail marks the others readOnly, and no enabled rule sees those.
WRITES = frozenset(
    {
        "CancelKeyDeletion",
        "CreateAlias",
        "CreateGrant",
        "CreateKey",
        "DeleteAlias",
        "DeleteImportedKeyMaterial",
        "DisableKey",
        "DisableKeyRotation",
        "EnableKey",
        "EnableKeyRotation",
        "ImportKeyMaterial",
        "PutKeyPolicy",
        "ReplicateKey",
        "RetireGrant",
        "RevokeGrant",
        "ScheduleKeyDeletion",
        "TagResource",
        "UntagResource",
        "UpdateAlias",
        "UpdateKeyDescription",
    },
)
_SECRET = frozenset(
    {"GrantToken", "GrantTokens", "ImportToken", "EncryptedKeyMaterial"}
)
_DATES = frozenset({"deletionDate", "creationDate", "validTo"})
_WITHOUT_RESOURCES = frozenset(
    {"AccessDeniedException", "NotFoundException", "InvalidArnException"}
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


def api_record(call: KmsCall, status: int, answer: Json) -> Json:
    succeeded = status < 300
    record = {
        "eventVersion": "1.11",
        "userIdentity": user_identity(call.caller),
        **_when_and_where(call.operation, call.at, call.place),
        "sourceIPAddress": call.source_ip,
        "userAgent": call.user_agent,
        "requestParameters": _spelled(call.request),
        "responseElements": _response(call, answer) if succeeded else None,
        "requestID": call.request_id,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "tlsDetails": _tls(call.place.region),
    }
    error = answer.get("__type", "").rsplit("#", 1)[-1]
    if call.resources and error not in _WITHOUT_RESOURCES:
        record["resources"] = [_resource(arn, call.place) for arn in call.resources]
    return record if succeeded else {**record, **_error(error, answer)}


def service_record(event: str, *, key_arn: str, place: Place, at: datetime) -> Json:
    """What KMS itself does: it has no caller, no parameters and no request id."""
    return {
        "eventVersion": "1.11",
        "userIdentity": {"accountId": place.account, "invokedBy": "AWS Internal"},
        **_when_and_where(event, at, place),
        "sourceIPAddress": "AWS Internal",
        "userAgent": "AWS Internal",
        "requestParameters": None,
        "responseElements": None,
        "resources": [_resource(key_arn, place)],
        "eventType": "AwsServiceEvent",
        "managementEvent": True,
        "serviceEventDetails": {"keyId": key_arn.rsplit("/", 1)[-1]},
    }


def _when_and_where(event: str, at: datetime, place: Place) -> Json:
    return {
        "eventTime": iso(at),
        "eventSource": "kms.amazonaws.com",
        "eventName": event,
        "awsRegion": place.region,
        "eventID": str(uuid.uuid4()),
        "readOnly": False,
        "recipientAccountId": place.account,
        "eventCategory": "Management",
    }


def _response(call: KmsCall, answer: Json) -> Json:
    # Since December 2022 CloudTrail writes the key's ARN here even where the call answers nothing.
    keys = [arn for arn in call.resources if ":key/" in arn]
    named = {"keyId": keys[0]} if keys and "KeyMetadata" not in answer else {}
    return {**_spelled(answer), **named}


def _error(code: str, answer: Json) -> Json:
    shown = "AccessDenied" if code == "AccessDeniedException" else code
    return {
        "errorCode": shown,
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


def _spelled(document: Json) -> Json:
    """CloudTrail writes every name with a small first letter, and dates as text."""
    shown = {
        k[0].lower() + k[1:]: v for k, v in document.items() if k and k not in _SECRET
    }
    return {name: _value(name, value) for name, value in shown.items()}


def _value(name: str, value: object) -> object:
    if isinstance(value, dict):
        return _spelled(value)
    if isinstance(value, list):
        return [_value(name, item) for item in value]
    if name in _DATES and isinstance(value, int | float):
        return as_cloudtrail_prints(datetime.fromtimestamp(value, UTC))
    return value
