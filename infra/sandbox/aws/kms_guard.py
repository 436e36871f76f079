"""Refuses what KMS refuses, once IAM has allowed the call, before the emulator acts."""

import json

from ministack.core.iam_evaluator import caller_arn
from ministack.services import kms

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.key_states import Effect, decide
from infra.sandbox.aws.kms_calls import OWN
from infra.sandbox.aws.kms_writes import WRITES
from infra.sandbox.aws.references import not_found, refused_reference
from infra.sandbox.aws.shapes import (
    Answer,
    Emulated,
    Handler,
    Json,
    Refusal,
    answered,
    refused,
)


def install(clock: Clock) -> None:
    kms.handle_request = _guarded(clock, kms.handle_request)
    kms._key_metadata = _with_owner(kms._key_metadata)


def _guarded(clock: Clock, emulator: Handler) -> Handler:
    async def handle_request(
        method: str, path: str, headers: Json, body: bytes, query: Json
    ) -> Answer:
        operation = headers.get("x-amz-target", "").rsplit(".", 1)[-1]
        own = _answer(clock, operation, json.loads(body or b"{}"))
        return own or await emulator(method, path, headers, body, query)

    return handle_request


def _with_owner(emulator: Emulated) -> Emulated:
    def metadata(record: Json) -> Json:
        return {
            **emulator(record),
            "AWSAccountId": record["Arn"].split(":")[4],
            "KeyManager": record.get("_manager", "CUSTOMER"),
        }

    return metadata


def _answer(clock: Clock, operation: str, request: Json) -> Answer | None:
    # None where the emulator's own answer is right.
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
    # The policy of an AWS managed key lets nobody but AWS change it.
    return Refusal(
        code="AccessDeniedException",
        text=f"User: {caller_arn()} is not authorized to perform: kms:{operation} "
        f"on resource: {record['Arn']} because no resource-based policy allows the "
        f"kms:{operation} action",
    )
