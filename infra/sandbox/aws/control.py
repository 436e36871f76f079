"""The sandbox's own endpoints, under /_sandbox/: what to read, what to make happen."""

import json
from collections.abc import Awaitable, Callable

from ministack.core.responses import request_scope

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.clock import iso
from infra.sandbox.aws.passing_days import advance
from infra.sandbox.aws.sandbox import Sandbox
from infra.sandbox.aws.shapes import ACCOUNT, REGION, Json, Place
from infra.sandbox.aws.used import by_role
from infra.sandbox.aws.waiting import pass_by, under_way

PREFIX = "/_sandbox/"
Endpoint = Callable[[Sandbox, Json], Awaitable[object]]


class BadRequestError(Exception):
    """What was asked of the sandbox cannot be done."""


async def mailbox(sandbox: Sandbox, _body: Json) -> list[Json]:
    return sandbox.mailbox.mails


async def trail(sandbox: Sandbox, _body: Json) -> list[Json]:
    return sandbox.events.trail


async def denied(sandbox: Sandbox, _body: Json) -> list[str]:
    return sandbox.denied.sentences


async def used(sandbox: Sandbox, _body: Json) -> Json:
    uses, refusals = sandbox.used.uses, sandbox.used.refusals
    return {"used": by_role(uses), "refused": by_role(refusals)}


async def keys(sandbox: Sandbox, _body: Json) -> Json:
    # Read past KMS: a look is no call that a fault could meet or a policy allow.
    with request_scope(ACCOUNT, REGION):
        listed = kms_store.listed(Place(account=ACCOUNT, region=REGION))
    ahead = sandbox.clock.ahead.total_seconds()
    return {"now": iso(sandbox.clock.now()), "ahead": ahead, "keys": listed}


async def emit(sandbox: Sandbox, body: Json) -> Json:
    missing = {"source", "detail-type", "detail"} - body.keys()
    if missing:
        raise BadRequestError(f"The event has no {', '.join(sorted(missing))}.")
    now = iso(sandbox.clock.now())
    usual = {"account": ACCOUNT, "region": REGION, "time": now}
    sandbox.events.emit({**usual, **body})
    return {}


async def record_services(sandbox: Sandbox, body: Json) -> Json:
    sandbox.events.services = bool(body.get("on", True))
    return {}


async def advance_days(sandbox: Sandbox, body: Json) -> Json:
    advance(sandbox.clock, sandbox.events, float(body.get("days", 0)))
    sandbox.schedules.catch_up()
    return {"now": iso(sandbox.clock.now())}


async def wait(sandbox: Sandbox, body: Json) -> Json:
    pass_by(sandbox.clock, float(body.get("seconds", 0)))
    sandbox.schedules.catch_up()
    return {"now": iso(sandbox.clock.now())}


async def beat(sandbox: Sandbox, body: Json) -> Json:
    return {"beaten": sandbox.schedules.beat(str(body.get("rule", "")))}


async def running(sandbox: Sandbox, _body: Json) -> Json:
    return under_way(sandbox.events, sandbox.invocations)


async def set_state(_sandbox: Sandbox, body: Json) -> Json:
    # For what no call reaches: Unavailable, Creating, Updating, and AWS as manager.
    place = Place(
        account=body.get("account", ACCOUNT), region=body.get("region", REGION)
    )
    record = kms_store.find_at(place, str(body.get("key_id")))
    if record is None:
        raise BadRequestError(f"There is no key {body.get('key_id')!r} in {place}.")
    kms_store.set_state(record, str(body.get("state") or record["KeyState"]))
    record["_manager"] = body.get("manager", "CUSTOMER")
    return {"key_id": record["KeyId"], "state": record["KeyState"]}


async def reset(sandbox: Sandbox, _body: Json) -> Json:
    await sandbox.reset()
    return {}


ENDPOINTS: dict[tuple[str, str], Endpoint] = {
    ("GET", "mailbox"): mailbox,
    ("GET", "trail"): trail,
    ("GET", "denied"): denied,
    ("GET", "used"): used,
    ("GET", "keys"): keys,
    ("GET", "under-way"): running,
    ("POST", "emit"): emit,
    ("POST", "record-services"): record_services,
    ("POST", "advance"): advance_days,
    ("POST", "wait"): wait,
    ("POST", "beat"): beat,
    ("POST", "set-state"): set_state,
    ("POST", "reset"): reset,
}


async def answer(
    sandbox: Sandbox, method: str, path: str, body: bytes
) -> tuple[int, object]:
    endpoint = ENDPOINTS.get((method, path.removeprefix(PREFIX)))
    if endpoint is None:
        return 404, {"error": f"There is no {method} {path}."}
    await sandbox.events.settled()
    sandbox.alarms.measure(settled=not sandbox.invocations.waiting)
    try:
        made = await endpoint(sandbox, json.loads(body or b"{}"))
    except (BadRequestError, json.JSONDecodeError) as error:
        return 400, {"error": str(error)}
    await sandbox.events.settled()
    return 200, made
