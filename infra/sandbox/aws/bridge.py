"""Turns each KMS call that writes into the CloudTrail event that AWS sends, for successes and refusals."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from ministack import app
from ministack.core.responses import get_request_client_ip

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.callers import caller
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.events import Events
from infra.sandbox.aws.shapes import Answer, Handler, Json
from infra.sandbox.aws.trail import WRITES, KmsCall, api_record


@dataclass(frozen=True, slots=True)
class Incoming:
    headers: dict[str, str]
    body: bytes
    query: Json
    request_id: str

    @property
    def write(self) -> str:
        """The operation, if this is a KMS call that writes."""
        target, _, operation = self.headers.get("x-amz-target", "").partition(".")
        return operation if target == "TrentService" and operation in WRITES else ""


def install(clock: Clock, events: Events) -> None:
    app._dispatch_service_request = observed(
        clock, events, app._dispatch_service_request
    )


def observed(clock: Clock, events: Events, emulator: Handler) -> Handler:
    """Between authentication and answer, so that a call which IAM refuses is seen too."""

    async def dispatch(*request: object) -> Answer:
        _method, _path, *rest = request
        incoming = Incoming(*rest)  # type: ignore[arg-type]
        call = described(clock, incoming) if incoming.write else None
        answer = await emulator(*request)
        if call:
            _record(events, call, answer)
        return answer

    return dispatch


def described(clock: Clock, incoming: Incoming) -> KmsCall | None:
    """Before the call is carried out, while an alias still points where it did."""
    known = caller(incoming.headers, incoming.query)
    if known is None:
        return None
    request = json.loads(incoming.body or b"{}")
    return KmsCall(
        operation=incoming.write,
        request=request,
        resources=_resources(incoming.write, request),
        caller=known,
        place=kms_store.place(),
        source_ip=get_request_client_ip(),
        user_agent=incoming.headers.get("user-agent", ""),
        request_id=incoming.request_id,
        at=clock.now(),
    )


def _resources(operation: str, request: Json) -> tuple[str, ...]:
    find = _RESOURCES.get(operation, _key)
    return tuple(arn for arn in find(request) if arn)


def _key(request: Json) -> tuple[str, ...]:
    return (kms_store.alias_target(request.get("KeyId", "")),)


def _key_and_alias(request: Json) -> tuple[str, ...]:
    target = kms_store.alias_target(request.get("TargetKeyId", ""))
    return target, kms_store.alias_arn(request.get("AliasName", ""))


def _alias_and_key(request: Json) -> tuple[str, ...]:
    alias = request.get("AliasName", "")
    target = request.get("TargetKeyId", alias)
    return kms_store.alias_arn(alias), kms_store.alias_target(target)


# CloudTrail names the key first for a new alias, and the alias first for an old one.
_RESOURCES: dict[str, Callable[[Json], tuple[str, ...]]] = {
    "CreateAlias": _key_and_alias,
    "UpdateAlias": _alias_and_key,
    "DeleteAlias": _alias_and_key,
}


def _record(events: Events, call: KmsCall, answer: Answer) -> None:
    status, _headers, body = answer
    document = json.loads(body or b"{}")
    new_key = document.get("KeyMetadata", {}).get("Arn")
    if new_key:
        call = replace(call, resources=(new_key,))
    events.recorded(api_record(call, status, document))
