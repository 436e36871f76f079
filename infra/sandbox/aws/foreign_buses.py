"""EventBridge targets that are the bus of another account or Region."""

import json

from ministack.core.responses import get_account_id, request_scope
from ministack.services import eventbridge

from infra.sandbox.aws.shapes import Emulated, Json


def install() -> None:
    emulator = eventbridge._dispatch_to_event_bus

    def dispatch(bus: Emulated, *rest: Emulated) -> None:
        sender = get_account_id()
        with request_scope(bus.account_id, bus.region):
            if sender == bus.account_id or _lets_in(_policy_of(bus), sender):
                emulator(bus, *rest)

    eventbridge._dispatch_to_event_bus = dispatch


def _policy_of(bus: Emulated) -> Json:
    name = bus.resource.split("/", 1)[-1]
    policy: Json | None = eventbridge._event_bus_policies.get(name)
    return policy or {"Statement": []}


def _lets_in(policy: Json, sender: str) -> bool:
    principals = [json.dumps(s["Principal"]) for s in policy["Statement"]]
    return any(principal == '"*"' or sender in principal for principal in principals)
