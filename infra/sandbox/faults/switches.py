"""Sets the faults of a running server from outside."""

from dataclasses import asdict
from typing import Any

import urllib3

from infra.sandbox.faults.fault import Fault, Kind
from infra.sandbox.faults.switchboard import PATH, read

Json = dict[str, Any]


class NotSwitchedError(Exception):
    """The server could not be reached, or refused the fault."""


class Switches:
    def __init__(self, address: str) -> None:
        self._url = address.rstrip("/") + PATH

    def set(
        self,
        where: str,
        operation: str,
        kind: Kind | str,
        **details: float | str | None,
    ) -> None:
        known = {"where": where, "operation": operation, "kind": Kind(kind)}
        self.add(read({**known, **details}))

    def add(self, fault: Fault) -> None:
        self._ask("POST", asdict(fault))

    def clear(self) -> None:
        self._ask("DELETE")

    def all(self) -> list[Fault]:
        return [read(document) for document in self._ask("GET")]

    def _ask(self, method: str, body: Json | None = None) -> list[Json]:
        pool = urllib3.PoolManager(retries=False, timeout=10)
        try:
            answer = pool.request(method, self._url, json=body)
        except urllib3.exceptions.HTTPError:
            raise NotSwitchedError(f"Nothing answers at {self._url}.") from None
        document = answer.json() if answer.status in {200, 400} else None
        if not isinstance(document, list):
            raise NotSwitchedError(str(document or f"HTTP {answer.status}"))
        return document
