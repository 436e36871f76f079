"""Sets the faults of a running server from outside."""

from dataclasses import asdict
from http import HTTPStatus
from typing import Any

import urllib3

from infra.sandbox.faults.fault import Fault, Kind
from infra.sandbox.faults.switchboard import PATH, read

Json = dict[str, Any]
# JSON, as it comes.
Answer = Any


class NotSwitchedError(Exception):
    """The server could not be reached, or refused the fault."""


class Switches:
    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")

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

    def throw(self, name: str, value: str = "") -> None:
        """Do what people do to the local Slack: see slack/switches.py."""
        self._request("POST", "/_sandbox/switch", {"name": name, "value": value})

    def _ask(self, method: str, body: Json | None = None) -> list[Json]:
        found: list[Json] = self._request(method, PATH, body)
        return found

    def _request(self, method: str, path: str, body: Json | None) -> Answer:
        url = self._address + path
        pool = urllib3.PoolManager(retries=False, timeout=10)
        try:
            answer = pool.request(method, url, json=body)
        except urllib3.exceptions.HTTPError:
            why = f"Nothing answers at {url}.\nIs `make demo` running?"
            raise NotSwitchedError(why) from None
        if answer.status != HTTPStatus.OK:
            raise NotSwitchedError(_why(answer))
        return answer.json()


def _why(answer: urllib3.BaseHTTPResponse) -> str:
    if answer.status == HTTPStatus.BAD_REQUEST:
        return str(answer.json()["error"])
    return f"The answer was HTTP {answer.status}: this is no server of the sandbox."
