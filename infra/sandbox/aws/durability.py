"""Writes what AWS would not lose to a file before a caller is answered."""

import ast
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ministack import app
from ministack.core.persistence import _json_default, _json_object_hook

from infra.sandbox.aws.emulator_memory import LIVELY, STILL, memory, recall
from infra.sandbox.aws.events import Events
from infra.sandbox.aws.invocations import Invocations
from infra.sandbox.aws.mailbox import Mailbox
from infra.sandbox.aws.shapes import Answer, Emulated, Handler, Json
from infra.sandbox.keeper import Keeper

FILE, SLEPT = "REPRIEVE_SANDBOX_STATE", "REPRIEVE_SANDBOX_SLEPT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What this layer itself remembers."""

    events: Events
    mailbox: Mailbox
    invocations: Invocations


@dataclass(frozen=True, slots=True, kw_only=True)
class Durability:
    keeper: Keeper
    own: Kept

    def recall(self) -> None:
        """Take up what a process before this one has kept."""
        kept = self.keeper.kept(_json_object_hook)
        recall(kept)
        self.own.mailbox.mails.extend(_in_order(kept.get("mails", {})))
        self.own.events.trail.extend(_in_order(kept.get("trail", {})))
        self.own.events.pending.update(kept.get("events", {}))
        self.own.invocations.waiting.update(kept.get("invocations", {}))

    def save(self, services: Iterable[str] = (*LIVELY, *STILL)) -> None:
        # What is on its way leaves one store after it is in the next: read in the
        # order of the way, nothing is missed.
        own = {
            "events": dict(self.own.events.pending),
            "invocations": dict(self.own.invocations.waiting),
            "mails": _numbered(self.own.mailbox.mails),
            "trail": _numbered(self.own.events.trail),
        }
        self.keeper.save({**own, **memory(services)})

    def saving(self, emulator: Handler) -> Handler:
        async def dispatch(method: str, path: str, *rest: Emulated) -> Answer:
            answer = await emulator(method, path, *rest)
            if _service(rest[0]) in LIVELY:
                self.save(LIVELY)
            else:
                self.save()
            return answer

        return dispatch


def install(own: Kept) -> Callable[[], None]:
    """Stand around every call and its bridge, if the starter has named a file.

    Give what saves, for all that happens without a call.
    """
    file = os.environ.get(FILE)
    if not file:
        return lambda: None
    durable = Durability(keeper=Keeper(Path(file), _json_default), own=own)
    durable.recall()
    app._dispatch_service_request = durable.saving(app._dispatch_service_request)
    return durable.save


def slept() -> float:
    """Say for how many seconds this AWS was away, as its starter tells."""
    return float(os.environ.get(SLEPT, "0"))


def _service(headers: dict[str, str]) -> str:
    # Credential=<key>/<date>/<region>/<service>/aws4_request
    return (headers.get("authorization", "").split("/") + [""] * 4)[3]


def _numbered(items: list[Json]) -> dict[str, Json]:
    return {repr(number): item for number, item in enumerate(list(items))}


def _in_order(kept: Json) -> list[Json]:
    return [kept[name] for name in sorted(kept, key=ast.literal_eval)]
