"""Writes the workspace to a file before anybody is answered or asked."""

from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infra.sandbox.keeper import Keeper
from infra.sandbox.slack import records
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.tickets import ResponseTicket, Trigger


class Durability:
    """What people see, and what a press has handed out; not the record of calls."""

    def __init__(self, store: Store, file: Path) -> None:
        self._store, self._keeper = store, Keeper(file, _spelled)
        self._recall()
        store.settle = self.save

    def save(self) -> None:
        store = self._store
        with store.lock:
            self._keeper.save(
                {
                    "messages": store.messages,
                    "ephemerals": {one.ts: one for one in store.ephemerals},
                    "views": store.views,
                    "triggers": store.triggers,
                    "responses": store.responses,
                }
            )

    def saving(self, app: ASGIApp) -> ASGIApp:
        """Save before the first byte of each answer."""

        async def application(scope: Scope, receive: Receive, send: Send) -> None:
            async def saved(message: Message) -> None:
                self.save()
                await send(message)

            await app(scope, receive, saved)

        return application

    def _recall(self) -> None:
        kept, store = self._keeper.kept(dict), self._store
        for name, one in sorted(kept.get("messages", {}).items()):
            store.messages[name] = _message(one)
        for _, one in sorted(kept.get("ephemerals", {}).items()):
            store.ephemerals.append(records.Ephemeral(**_with_blocks(one)))
        for name, one in kept.get("views", {}).items():
            store.views[name] = records.OpenView(**one)
        for name, one in kept.get("triggers", {}).items():
            store.triggers[name] = Trigger(**one)
        for name, one in kept.get("responses", {}).items():
            store.responses[name] = ResponseTicket(**one)


def _spelled(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"JSON does not know {type(value).__name__}.")


def _message(kept: dict[str, Any]) -> records.Message:
    versions = tuple(records.Version(**_with_blocks(one)) for one in kept["versions"])
    return records.Message(**{**kept, "versions": versions})


def _with_blocks(kept: dict[str, Any]) -> dict[str, Any]:
    return {**kept, "blocks": tuple(kept["blocks"])}
