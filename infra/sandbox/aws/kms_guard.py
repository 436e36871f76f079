"""Stands before the emulator's KMS, after IAM has allowed the call, and refuses what AWS refuses."""

import json

from ministack.core.iam_evaluator import caller_arn
from ministack.services import kms

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.key_states import Effect, decide
from infra.sandbox.aws.kms_calls import OWN
from infra.sandbox.aws.references import not_found, refused_reference
from infra.sandbox.aws.shapes import Answer, Handler, Json, Refusal, answered, refused
from infra.sandbox.aws.trail import WRITES


def install(clock: Clock) -> None:
    kms.handle_request = guarded(clock, kms.handle_request)


def guarded(clock: Clock, emulator: Handler) -> Handler:
    async def handle_request(
        method: str,
        path: str,
        headers: dict[str, str],
        body: bytes,
        query: Json,
    ) -> Answer:
        operation, request = operation_of(headers), json.loads(body or b"{}")
        own = _answer(clock, operation, request)
        return (
            own
            if own is not None
            else await emulator(method, path, headers, body, query)
        )

    return handle_request


def operation_of(headers: dict[str, str]) -> str:
    return headers.get("x-amz-target", "").rsplit(".", 1)[-1]


def _answer(clock: Clock, operation: str, request: Json) -> Answer | None:
    """Our answer, or None where the emulator's own is right."""
    typed = kms_store.typed_key(operation, request)
    if not typed:
        return None
    record = kms_store.find(typed)
    verdict = _verdict(operation, typed, record)
    if isinstance(verdict, Refusal):
        return refused(verdict)
    if verdict is Effect.UNCHANGED:
        return answered({})
    own = OWN.get(operation)
    return own(clock, record, request) if own and record else None


def _verdict(operation: str, typed: str, record: Json | None) -> Refusal | Effect:
    unread = refused_reference(operation, typed, kms_store.place())
    if unread:
        return unread
    if record is None:
        return not_found(typed, kms_store.place())
    if record.get("_manager") == "AWS" and operation in WRITES:
        return _not_yours(operation, record)
    return decide(
        operation,
        state=record["KeyState"],
        arn=record["Arn"],
        origin=record["Origin"],
    )


def _not_yours(operation: str, record: Json) -> Refusal:
    """An AWS managed key has a policy that only AWS can change."""
    return Refusal(
        code="AccessDeniedException",
        text=f"User: {caller_arn()} is not authorized to perform: kms:{operation} on resource: "
        f"{record['Arn']} because no resource-based policy allows the kms:{operation} action",
    )
