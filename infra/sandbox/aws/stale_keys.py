"""DescribeKey as of the time before a key's last change, where a fault asks for it."""

import json

from ministack.services import kms

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.kms_writes import WRITES
from infra.sandbox.aws.shapes import Answer, Handler, Json, answered
from infra.sandbox.faults.book import Book
from infra.sandbox.faults.fault import Kind

_STALE = frozenset({Kind.STALE})


def install(book: Book) -> None:
    kms.handle_request = _remembering(book, kms.handle_request)


def _remembering(book: Book, emulator: Handler) -> Handler:
    before: dict[str, Json] = {}

    async def handle_request(
        method: str, path: str, headers: Json, body: bytes, query: Json
    ) -> Answer:
        operation = headers.get("x-amz-target", "").rsplit(".", 1)[-1]
        known = _metadata(operation, body)
        arn = known.get("Arn", "")
        if operation == "DescribeKey" and arn in before:
            fault = book.take("kms", operation, _STALE)
            return (
                answered({"KeyMetadata": before[arn]})
                if fault
                else await emulator(method, path, headers, body, query)
            )
        answer = await emulator(method, path, headers, body, query)
        if operation in WRITES and known and known != _metadata(operation, body):
            before[arn] = known
        return answer

    return handle_request


def _metadata(operation: str, body: bytes) -> Json:
    record = kms_store.find(kms_store.typed_key(operation, json.loads(body or b"{}")))
    return dict(kms._key_metadata(record)) if record else {}
