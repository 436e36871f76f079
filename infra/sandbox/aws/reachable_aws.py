"""The sandbox's AWS as one reaches it: clients for it, and a look behind it."""

import json
import os

import urllib3

from infra.sandbox.aws import people
from infra.sandbox.aws.clients import client
from infra.sandbox.aws.credentials import ROOT, Identity, environment
from infra.sandbox.aws.shapes import REGION, Client, Json


class SandboxRefusedError(Exception):
    """The sandbox could not do what was asked of it."""


class ReachableAws:
    """Any AWS of the sandbox that runs, whoever has started it."""

    def __init__(self, endpoint: str) -> None:
        self._endpoint = endpoint

    @property
    def endpoint(self) -> str:
        return self._endpoint

    def client(
        self, service: str, identity: Identity = ROOT, region: str = REGION
    ) -> Client:
        return client(self.endpoint, service, identity, region)

    def environment(self, identity: Identity = ROOT) -> dict[str, str]:
        """Give a subprocess this AWS and no other."""
        return environment(self.endpoint, identity, os.environ)

    def assume(self, role: str, session: str, policy: people.Policy) -> Identity:
        people.make_role(self.client("iam"), role, policy)
        return people.assume_role(self.client("sts"), role, session)

    def user(self, name: str, policy: people.Policy, path: str = "/") -> Identity:
        return people.make_user(self.client("iam"), name, policy, path)

    def mailbox(self) -> list[Json]:
        mails: list[Json] = self._ask("GET", "mailbox")
        return mails

    def trail(self) -> list[Json]:
        records: list[Json] = self._ask("GET", "trail")
        return records

    def keys(self) -> Json:
        """Give the customer managed keys as they stand, and the clock's time."""
        found: Json = self._ask("GET", "keys")
        return found

    def denied(self) -> list[str]:
        sentences: list[str] = self._ask("GET", "denied")
        return sentences

    def used(self) -> dict[str, list[list[str]]]:
        """Give what each role has done: pairs of IAM's action and its resource."""
        uses: dict[str, list[list[str]]] = self._ask("GET", "used")["used"]
        return uses

    def refused(self) -> dict[str, list[list[str]]]:
        """Give what IAM has refused to each role, likewise."""
        uses: dict[str, list[list[str]]] = self._ask("GET", "used")["refused"]
        return uses

    def emit(self, event: Json) -> None:
        self._ask("POST", "emit", **event)

    def record_services(self, *, on: bool) -> None:
        """Have CloudTrail's records of other services than KMS be events, too."""
        self._ask("POST", "record-services", on=on)

    def advance(self, days: float) -> None:
        self._ask("POST", "advance", days=days)

    def wait(self, seconds: float) -> None:
        """Let time pass for leases, and for what waits in queues."""
        self._ask("POST", "wait", seconds=seconds)

    def beat(self, rule: str) -> list[str]:
        """Let schedules beat now whose name holds this; name those that did."""
        beaten: list[str] = self._ask("POST", "beat", rule=rule)["beaten"]
        return beaten

    def under_way(self) -> Json:
        counts: Json = self._ask("GET", "under-way")
        return counts

    def set_state(self, key_id: str, state: str, manager: str = "CUSTOMER") -> None:
        self._ask("POST", "set-state", key_id=key_id, state=state, manager=manager)

    def reset(self) -> None:
        self._ask("POST", "reset")

    def _ask(self, method: str, what: str, **body: object) -> Client:
        url = f"{self.endpoint}/_sandbox/{what}"
        answer = urllib3.PoolManager().request(method, url, body=json.dumps(body))
        document = answer.json()
        if "error" in document:
            raise SandboxRefusedError(document["error"])
        return document
