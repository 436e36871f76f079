"""The sandbox's own endpoints, under /_sandbox/: what to read, and what to make happen."""

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from infra.sandbox.aws import alarms, kms_store
from infra.sandbox.aws.clock import iso
from infra.sandbox.aws.passing_days import advance
from infra.sandbox.aws.sandbox import Sandbox
from infra.sandbox.aws.shapes import ACCOUNT, REGION, Json, Place

PREFIX = "/_sandbox/"
Endpoint = Callable[[Sandbox, Json], Awaitable[Any]]


async def mailbox(sandbox: Sandbox, _body: Json) -> list[Json]:
    return sandbox.mailbox.mails


async def trail(sandbox: Sandbox, _body: Json) -> list[Json]:
    return sandbox.events.trail


async def denied(sandbox: Sandbox, _body: Json) -> list[str]:
    return sandbox.denied.sentences


async def emit(sandbox: Sandbox, body: Json) -> Json:
    known = {
        "account": ACCOUNT,
        "region": REGION,
        "time": iso(datetime.now(UTC)),
        **body,
    }
    sandbox.events.emit(known)
    return {}


async def advance_days(sandbox: Sandbox, body: Json) -> Json:
    await sandbox.events.settled()
    advance(sandbox.clock, sandbox.events, body["days"])
    return {"now": iso(sandbox.clock.now())}


async def set_state(_sandbox: Sandbox, body: Json) -> Json:
    """States that no call reaches here (Unavailable, Creating, Updating), and AWS as a key's manager."""
    place = Place(
        account=body.get("account", ACCOUNT), region=body.get("region", REGION)
    )
    record = kms_store.at(place, body["key_id"])
    if "state" in body:
        kms_store.set_state(record, body["state"])
    record["_manager"] = body.get("manager", "CUSTOMER")
    return {"key_id": record["KeyId"], "state": record["KeyState"]}


async def reset(sandbox: Sandbox, _body: Json) -> Json:
    await sandbox.reset()
    return {}


ENDPOINTS: dict[tuple[str, str], Endpoint] = {
    ("GET", "mailbox"): mailbox,
    ("GET", "trail"): trail,
    ("GET", "denied"): denied,
    ("POST", "emit"): emit,
    ("POST", "advance"): advance_days,
    ("POST", "set-state"): set_state,
    ("POST", "reset"): reset,
}


async def answer(
    sandbox: Sandbox, method: str, path: str, body: bytes
) -> tuple[int, Any]:
    endpoint = ENDPOINTS.get((method, path.removeprefix(PREFIX)))
    if endpoint is None:
        return 404, {
            "error": f"There is no {method} {path}.",
            "endpoints": sorted(map("{0[0]} {0[1]}".format, ENDPOINTS)),
        }
    try:
        made = await endpoint(sandbox, json.loads(body or b"{}"))
    except (KeyError, ValueError) as error:
        return 400, {"error": f"{method} {path}: {error!r}"}
    await sandbox.events.settled()
    alarms.measure()
    return 200, made
