"""The shapes that travel between the emulator and this layer."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

ACCOUNT = "111122223333"
REGION = "eu-west-1"

Json = dict[str, Any]
# Whatever the emulator hands over: it has no types.
Emulated = Any
# A boto3 client whose service is named at run time.
Client = Any
Answer = tuple[int, dict[str, str], bytes]
Handler = Callable[..., Awaitable[Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    account: str
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    code: str
    text: str


def answered(document: Json, status: int = 200) -> Answer:
    body = json.dumps(document, default=str).encode()
    return status, {"Content-Type": "application/x-amz-json-1.1"}, body


def refused(refusal: Refusal) -> Answer:
    return answered({"__type": refusal.code, "message": refusal.text}, 400)
