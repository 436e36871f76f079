"""Turns each KMS call that writes into the CloudTrail event that AWS sends for it."""

import json
from dataclasses import dataclass, replace

from ministack import app
from ministack.core.responses import get_request_client_ip

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.call_resources import resources
from infra.sandbox.aws.callers import caller
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.events import Events
from infra.sandbox.aws.kms_writes import WRITES
from infra.sandbox.aws.shapes import Answer, Emulated, Handler, Json
from infra.sandbox.aws.trail import KmsCall, api_record


@dataclass(frozen=True, slots=True, kw_only=True)
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
    emulator = app._dispatch_service_request
    app._dispatch_service_request = _observed(clock, events, emulator)


def _observed(clock: Clock, events: Events, emulator: Handler) -> Handler:
    # Around IAM's check, so that a call which IAM refuses is seen too.
    async def dispatch(method: str, path: str, *rest: Emulated) -> Answer:
        headers, body, query, request_id = rest
        incoming = Incoming(
            headers=headers, body=body, query=query, request_id=request_id
        )
        call = _described(clock, incoming) if incoming.write else None
        answer = await emulator(method, path, *rest)
        if call:
            events.recorded(_record(call, json.loads(answer[2] or b"{}")))
        return answer

    return dispatch


def _described(clock: Clock, incoming: Incoming) -> KmsCall | None:
    # Before the call is carried out, while an alias still points where it did.
    known = caller(incoming.headers, incoming.query)
    if known is None:
        return None
    request = json.loads(incoming.body or b"{}")
    return KmsCall(
        operation=incoming.write,
        request=request,
        resources=resources(incoming.write, request),
        caller=known,
        place=kms_store.place(),
        source_ip=get_request_client_ip(),
        user_agent=incoming.headers.get("user-agent", ""),
        request_id=incoming.request_id,
        at=clock.now(),
    )


def _record(call: KmsCall, answer: Json) -> Json:
    new_key = answer.get("KeyMetadata", {}).get("Arn")
    return api_record(replace(call, resources=(new_key,)) if new_key else call, answer)
